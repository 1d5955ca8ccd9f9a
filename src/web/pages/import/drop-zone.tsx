import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { words } from '../../../catalogue/import.ts';
import { sendFiles } from '../../api.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';

/** Takes files in by dropping or choosing, shows how far the upload is, and goes on to the mapping. */
export function DropZone(): ReactNode {
  const { workspace_id, as } = usePlace();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const name = files.map((file) => file.name).join(', ');
    setError(null);
    setSending({ name, share: 0 });
    try {
      const onShare = (share: number) => setSending({ name, share });
      const preview = await sendFiles('uploads.create', { params: { workspace_id } }, files, { as, onShare });
      await navigate(links.upload(workspace_id, preview.upload_id));
    } catch (caught) {
      setError(caught);
      setSending(null);
    }
  };
  if (sending !== null) {
    return (
      <div className="card py-8 px-6">
        <Progress share={sending.share} label={sending.share < 1 ? words.uploading(sending.name) : words.looking} />
      </div>
    );
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience beside the button, which does the same. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
        className={`rounded-xl border-2 border-dashed px-6 py-9 text-center ${over ? 'border-acc bg-acc-soft' : 'border-edge/50 bg-panel'}`}
      >
        <FileUp className="mx-auto text-dim mb-2" size={24} aria-hidden />
        <p className="font-[560]">{words.drop}</p>
        <p className="text-sm text-dim max-w-lg mx-auto mt-1 mb-3">{words.drop_about}</p>
        <Button look="primary" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={(event) => void send([...(event.target.files ?? [])])}
        />
      </div>
      {error !== null && <Trouble error={error} />}
    </div>
  );
}
