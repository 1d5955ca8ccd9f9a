import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileText, Link2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { words } from '../../../catalogue/files.ts';
import { formatBytes, formatDate } from '../../../catalogue/format.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { type FileList, type FileView, useFiles } from './data.ts';
import { OpenFile } from './open.tsx';
import { PutHere } from './put.tsx';

const ROUTE = '/w/$workspace_id/purchases/$purchase_id/files';

/** The files of a purchase, in a folder for each job. */
export function FilesPage(): ReactNode {
  return (
    <PurchaseFrame title={words.tab}>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const files = useFiles();
  const { locked } = useOpened();
  const { file: open } = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const show = (file: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, file }), replace: true, resetScroll: false });
  if (files.isError) return <Trouble error={files.error} retry={() => void files.refetch()} />;
  if (files.data === undefined) return <Skeleton className="h-64" />;
  const opened = files.data.files.find(({ file_id }) => file_id === open);
  const { largest_bytes } = files.data;
  return (
    <>
      <h1>{words.tab}</h1>
      <p className="text-sm text-dim mt-1">{words.about}</p>
      <div
        className={`mt-4 grid gap-6 items-start ${opened === undefined ? '' : 'grid-cols-[minmax(0,2fr)_minmax(0,3fr)] max-lg:grid-cols-1'}`}
      >
        <div className="space-y-6 min-w-0">
          {locked === null && <PutHere largest_bytes={largest_bytes} />}
          <Folders list={files.data} open={opened?.file_id ?? null} show={show} />
        </div>
        {opened !== undefined && (
          <OpenFile key={opened.file_id} file={opened} largest_bytes={largest_bytes} close={() => show(undefined)} />
        )}
      </div>
    </>
  );
}

interface FoldersProps {
  list: FileList;
  open: string | null;
  show: (file_id: string) => void;
}

function Folders({ list: { files }, open, show }: FoldersProps): ReactNode {
  const { page, locked } = useOpened();
  if (files.length === 0) {
    return <Empty title={words.none}>{locked === null ? words.none_about : words.none_locked}</Empty>;
  }
  const folders = [
    ...page.jobs.map(({ job_id, name }) => ({ job_id, name })),
    { job_id: null, name: words.folder_none },
  ];
  return folders.map(({ job_id, name }) => {
    const inside = files.filter((file) => file.job_id === job_id);
    if (inside.length === 0) return null;
    return (
      <section key={job_id ?? ''} aria-label={name}>
        <h2>{name}</h2>
        <ul className="mt-1.5 divide-y divide-line border-y border-line">
          {inside.map((file) => (
            <FileLine key={file.file_id} file={file} open={open === file.file_id} show={show} />
          ))}
        </ul>
      </section>
    );
  });
}

function FileLine({ file, open, show }: { file: FileView; open: boolean; show: (file_id: string) => void }): ReactNode {
  const line = useRef<HTMLButtonElement>(null);
  const [newest] = file.versions;
  const Icon = newest?.content == null ? Link2 : FileText;
  return (
    <li>
      <button
        ref={line}
        type="button"
        aria-pressed={open}
        onClick={() => show(file.file_id)}
        className={`w-full flex items-center gap-2.5 py-2 px-1.5 min-h-11 text-left hover:bg-sunk ${open ? 'bg-acc-soft' : ''}`}
      >
        <Icon size={16} className="text-dim shrink-0" aria-hidden />
        <span className="grow min-w-0">
          <bdi className="font-[560] wrap-anywhere">{file.name}</bdi>
          <span className="block text-xs text-dim">
            {newest?.content == null ? words.linked : formatBytes(newest.content.size_bytes)} · {formatDate(file.at)}
            {file.versions.length > 1 && ` · ${words.versions_count(file.versions.length)}`}
          </span>
        </span>
        <Padlock zone={file.zone} />
      </button>
    </li>
  );
}
