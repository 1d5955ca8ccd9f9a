import { type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';

type Preview = OutputOf<'value.preview'>;
interface Sent {
  file_name: string;
  content: string;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** A sheet of assumptions or realised values: looked at first, row by row, then taken in. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useCase();
  const { workspace_id } = usePlace();
  const { purchase_id } = page;
  const call = useCall();
  const write = useWrite();
  const [sent, setSent] = useState<Sent | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [zone, setZone] = useState<Zone>('shared');
  const look = async (file: File): Promise<void> => {
    const body = { file_name: file.name, content: await base64Of(file) };
    setPreview(null);
    try {
      setPreview(await call('value.preview', { params: { workspace_id, purchase_id }, body }));
      setSent(body);
    } catch (error) {
      sayError(error);
    }
  };
  const taken = preview?.rows.filter(({ refused }) => refused === null).length ?? 0;
  const take = async (): Promise<void> => {
    if (sent !== null && (await write('value.import', {}, { ...sent, zone }, { said: words.imported(taken) })))
      onClose();
  };
  return (
    <Dialog title={words.import_title} about={words.import_about} open onClose={onClose} wide>
      <div className="space-y-3">
        <FileButton accept=".xlsx,.csv,.tsv,text/csv" onFile={(file) => void look(file)}>
          {words.import_file}
        </FileButton>
        {preview !== null && <PreviewTable preview={preview} />}
        {taken > 0 && <ZoneChoice own={page.view} value={zone} onChange={setZone} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" disabled={taken === 0} onClick={() => void take()}>
            {words.import_do(taken)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function PreviewTable({ preview }: { preview: Preview }): ReactNode {
  return (
    <>
      {preview.unchanged > 0 && <p className="text-sm">{words.import_unchanged(preview.unchanged)}</p>}
      {preview.rows.length === 0 ? (
        <p className="text-sm">{words.import_none}</p>
      ) : (
        <div className="overflow-auto max-h-80">
          <table className="list-table">
            <thead>
              <tr>
                <th className="num">{words.row}</th>
                <th>{words.what}</th>
                <th>{words.before}</th>
                <th>{words.after}</th>
                <th>{words.refused}</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.row} className={row.refused === null ? '' : 'text-dim'}>
                  <td className="num">{row.row}</td>
                  <td className="wrap-anywhere">{row.name}</td>
                  <td>{row.before ?? '–'}</td>
                  <td>{row.after}</td>
                  <td className="text-warn">{row.refused}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
