import { FileUp } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { formatBytes } from '../../../catalogue/format.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { Sending, useSending } from './sending.tsx';

/** Takes files and links in: for which job, and who can read them. */
export function PutHere({ largest_bytes }: { largest_bytes: number }): ReactNode {
  const { page } = useOpened();
  const own = page.view;
  // What buyers put here is theirs until they say otherwise: shared once is shared.
  const [zone, setZone] = useState<Zone>(own === 'buyer' ? 'buyer' : 'shared');
  const [job_id, setJob] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const sending = useSending(largest_bytes);
  const place = { zone, ...(job_id !== '' && { job_id }) };
  const send = (files: FileList | null): void => void sending.send([...(files ?? [])], place);
  return (
    <section aria-label={words.put} className="card">
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
        <JobChoice value={job_id} onChange={setJob} />
        <ZoneChoice own={own} value={zone} onChange={setZone} />
      </div>
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
          send(event.dataTransfer.files);
        }}
        className={`mt-3 rounded-xl border-2 border-dashed px-4 py-5 text-center ${over ? 'border-acc bg-acc-soft' : 'border-edge/50'}`}
      >
        <FileUp className="mx-auto text-dim mb-1.5" size={22} aria-hidden />
        <p className="text-sm">{words.drop}</p>
        <p className="text-xs text-dim mt-0.5 mb-2.5">{words.most(formatBytes(largest_bytes))}</p>
        <Button look="primary" className="max-sm:min-h-11" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={(event) => {
            send(event.target.files);
            // The same file again is a new choice.
            event.target.value = '';
          }}
        />
      </div>
      <Sending sending={sending} />
      <LinkForm place={place} />
    </section>
  );
}

/** The jobs of the purchase as a choice, and none of them. */
export function JobChoice({ value, onChange }: { value: string; onChange: (job_id: string) => void }): ReactNode {
  const { page } = useOpened();
  const jobs = page.jobs.map(({ job_id, name }) => ({ value: job_id, label: name }));
  return (
    <Select
      label={words.for_job}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: '', label: words.no_job }, ...jobs]}
    />
  );
}

function LinkForm({ place }: { place: { zone: Zone; job_id?: string } }): ReactNode {
  const write = useWrite();
  const [name, setName] = useState('');
  const [link, setLink] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await write(
      'file_links.create',
      {},
      { ...place, name: name.trim(), link },
      { said: words.link_added },
    );
    if (!done) return;
    setName('');
    setLink('');
  };
  return (
    <details className="mt-3 border-t border-line pt-3">
      <summary className="text-sm cursor-pointer">{words.link}</summary>
      <form onSubmit={(event) => void add(event)} className="mt-2.5 space-y-2.5">
        <Text
          label={words.link_name}
          value={name}
          required
          maxLength={300}
          onChange={(event) => setName(event.target.value)}
        />
        <Text
          label={words.link_address}
          hint={words.link_hint}
          type="url"
          pattern="https://.+"
          required
          value={link}
          onChange={(event) => setLink(event.target.value)}
        />
        <Button type="submit" className="max-sm:min-h-11">
          {words.link_add}
        </Button>
      </form>
    </details>
  );
}
