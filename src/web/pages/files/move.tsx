import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { zoneWords } from '../../../catalogue/zone.ts';
import { Button } from '../../ui/button.tsx';
import { MoveDialog } from '../purchase/move-dialog.tsx';
import type { FileView } from './data.ts';

/** Moves a file with all its versions between one's side and both. */
export function MoveFile({ file }: { file: FileView }): ReactNode {
  const [open, setOpen] = useState(false);
  const { seen: event_id, name: text, zone } = file;
  const more = zone === 'shared' ? <p className="mt-1 text-dim">{words.back_versions}</p> : <Shown file={file} />;
  return (
    <>
      <Button className="max-sm:min-h-11" onClick={() => setOpen(true)}>
        {zoneWords.move}
      </Button>
      {open && <MoveDialog thing={{ event_id, text, zone, more }} onClose={() => setOpen(false)} />}
    </>
  );
}

/** All that the other side will be able to read of it. */
function Shown({ file }: { file: FileView }): ReactNode {
  const versions = file.versions.filter(({ zone }) => zone === file.zone);
  return (
    <div className="mt-1 text-dim">
      {versions.length > 0 && <p>{words.all_versions(versions.length)}</p>}
      <ul className="list-disc ps-5 max-h-48 overflow-y-auto">
        {versions.map(({ id, name, by }) => (
          <li key={id}>
            <bdi>{words.version_of(name, by)}</bdi>
          </li>
        ))}
      </ul>
      {file.job_zone !== null && file.job_zone !== 'shared' && <p className="mt-1">{words.no_folder}</p>}
    </div>
  );
}
