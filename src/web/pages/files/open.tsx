import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { formatBytes, formatDateTime } from '../../../catalogue/format.ts';
import { download } from '../../api.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { sayError } from '../../ui/toast.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import type { FileView, Version } from './data.ts';
import { MoveFile } from './move.tsx';
import { Preview } from './preview.tsx';
import { JobChoice } from './put.tsx';
import { Sending, useSending } from './sending.tsx';

interface OpenFileProps {
  file: FileView;
  largest_bytes: number;
  close: () => void;
}

/** One file: how it looks, its versions, and what can be done with it. */
export function OpenFile({ file, largest_bytes, close }: OpenFileProps): ReactNode {
  const { locked } = useOpened();
  const [newest] = file.versions;
  const card = useRef<HTMLElement>(null);
  const { file_id } = file;
  // On a phone it opens above the list that was pressed.
  useEffect(() => {
    if (file_id !== '') card.current?.scrollIntoView({ block: 'nearest' });
  }, [file_id]);
  return (
    <section ref={card} aria-label={file.name} className="card min-w-0 max-lg:order-first scroll-mt-28">
      <header className="flex items-start gap-3">
        <h2 className="grow wrap-anywhere">
          <bdi>{file.name}</bdi> <Padlock zone={file.zone} />
        </h2>
        <Button look="quiet" onClick={close}>
          {words.close}
        </Button>
      </header>
      {newest !== undefined && (
        <Preview key={newest.content?.sha256 ?? newest.link} file_id={file.file_id} version={newest} />
      )}
      <Versions file={file} />
      {locked === null && <Change file={file} largest_bytes={largest_bytes} close={close} />}
    </section>
  );
}

function Versions({ file }: { file: FileView }): ReactNode {
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3>{words.versions}</h3>
      <ul className="mt-1 divide-y divide-line">
        {file.versions.map((version, at) => (
          <li key={version.id} className="py-2 flex items-center gap-3">
            <span className="grow min-w-0 text-sm wrap-anywhere">
              <bdi>{words.version_of(version.name, version.by)}</bdi>
              <span className="block text-xs text-dim">
                {formatDateTime(version.at)}
                {version.content !== null && ` · ${formatBytes(version.content.size_bytes)}`}
                {at === 0 && ` · ${words.newest}`} <Padlock zone={version.zone} />
              </span>
            </span>
            <Take file_id={file.file_id} version={version} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Take({ file_id, version }: { file_id: string; version: Version }): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const { content, link, name, at } = version;
  if (content === null) {
    return (
      <a
        href={link ?? undefined}
        target="_blank"
        rel="noreferrer noopener"
        className="linklike text-sm whitespace-nowrap"
      >
        {words.open_link}
      </a>
    );
  }
  const params = { workspace_id, purchase_id: page.purchase_id, file_id };
  const query = { version: content.sha256 };
  return (
    <Button
      className="max-sm:min-h-11"
      aria-label={words.save_version(name, formatDateTime(at))}
      onClick={() => void download('file_contents.get', { params, query }, name, as).catch(sayError)}
    >
      {words.save}
    </Button>
  );
}

function Change({ file, largest_bytes, close }: OpenFileProps): ReactNode {
  const write = useWrite();
  const sending = useSending(largest_bytes);
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(file.name);
  const put = (body: object, said: string) =>
    write('files.put', { file_id: file.file_id }, { ...body, seen: file.seen }, { said });
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    void put({ name: name.trim() }, words.renamed);
  };
  return (
    <div className="mt-3 border-t border-line pt-3 space-y-3">
      <form onSubmit={rename} className="flex items-end gap-2">
        <div className="grow">
          <Text
            label={words.rename}
            value={name}
            required
            maxLength={300}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={name.trim() === file.name}>
          {words.rename_do}
        </Button>
      </form>
      <JobChoice value={file.job_id ?? ''} onChange={(job_id) => void put({ job_id: job_id || null }, words.moved)} />
      <div className="flex flex-wrap gap-2">
        <Button className="max-sm:min-h-11" onClick={() => input.current?.click()}>
          {words.new_version}
        </Button>
        {file.own && <MoveFile file={file} />}
        <Button
          look="danger"
          className="max-sm:min-h-11"
          onClick={() => void put({ removed: true }, words.removed(file.name)).then((done) => done && close())}
        >
          {words.remove}
        </Button>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={words.new_version}
          onChange={(event) => {
            void sending.send([...(event.target.files ?? [])], { file_id: file.file_id });
            event.target.value = '';
          }}
        />
      </div>
      <Sending sending={sending} />
    </div>
  );
}
