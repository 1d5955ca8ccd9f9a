import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { fetchBytes } from '../../api.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import type { Version } from './data.ts';

/** What is shown of a blob; each is drawn, and nothing of it is run. */
export interface ShownProps {
  bytes: Blob;
  name: string;
}

const PdfPages = lazy(() => import('./pdf.tsx').then((module) => ({ default: module.PdfPages })));
const MarkdownText = lazy(() => import('./markdown.tsx').then((module) => ({ default: module.MarkdownText })));

const MB = 1024 ** 2;

/** Kinds that are shown, and up to which size. */
const SHOWN: Readonly<Record<string, { most: number; Shown: (props: ShownProps) => ReactNode }>> = {
  'application/pdf': { most: 60 * MB, Shown: (props) => <PdfPages {...props} /> },
  'text/markdown': { most: MB, Shown: (props) => <MarkdownText {...props} /> },
  'image/png': { most: 30 * MB, Shown: Picture },
  'image/jpeg': { most: 30 * MB, Shown: Picture },
  'image/gif': { most: 30 * MB, Shown: Picture },
  'image/webp': { most: 30 * MB, Shown: Picture },
};

/** How a version of a file looks, where it is of a kind that can be shown. */
export function Preview({ file_id, version }: { file_id: string; version: Version }): ReactNode {
  const { content, link } = version;
  if (content === null) {
    const host = link !== null && URL.canParse(link) ? new URL(link).host : '';
    return <p className="mt-3 text-sm text-dim wrap-anywhere">{words.elsewhere(host)}</p>;
  }
  const shown = SHOWN[content.media_type];
  if (shown === undefined) return <p className="mt-3 text-sm text-dim">{words.no_preview}</p>;
  if (content.size_bytes > shown.most) return <p className="mt-3 text-sm text-dim">{words.big}</p>;
  return <Loaded file_id={file_id} sha256={content.sha256} name={version.name} Shown={shown.Shown} />;
}

interface LoadedProps {
  file_id: string;
  sha256: string;
  name: string;
  Shown: (props: ShownProps) => ReactNode;
}

function Loaded({ file_id, sha256, name, Shown }: LoadedProps): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const params = { workspace_id, purchase_id: page.purchase_id, file_id };
  const bytes = useQuery({
    queryKey: ['file', workspace_id, page.purchase_id, as, file_id, sha256],
    queryFn: ({ signal }) => fetchBytes('file_contents.get', { params, query: { version: sha256 } }, as, signal),
    // The same hash is the same bytes.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  if (bytes.isError) return <Trouble error={bytes.error} retry={() => void bytes.refetch()} />;
  if (bytes.data === undefined) return <Skeleton className="mt-3 h-64" />;
  return (
    <section
      aria-label={words.preview(name)}
      className="relative mt-3 max-h-[75vh] overflow-auto rounded-lg border border-line bg-sunk"
    >
      <Suspense fallback={<Skeleton className="h-64" />}>
        <Shown bytes={bytes.data} name={name} />
      </Suspense>
    </section>
  );
}

const WIDEST = 2_400;

/** A picture, decoded and drawn: pixels and nothing else. */
function Picture({ bytes, name }: ShownProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let left = false;
    createImageBitmap(bytes).then(
      (bitmap) => {
        const on = canvas.current;
        if (left || on === null) return;
        const scale = Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height));
        on.width = Math.max(1, Math.round(bitmap.width * scale));
        on.height = Math.max(1, Math.round(bitmap.height * scale));
        on.getContext('2d')?.drawImage(bitmap, 0, 0, on.width, on.height);
        bitmap.close();
      },
      () => setBroken(true),
    );
    return () => {
      left = true;
    };
  }, [bytes]);
  if (broken) return <p className="p-3 text-sm text-dim">{words.broken}</p>;
  return <canvas ref={canvas} role="img" aria-label={name} className="block mx-auto max-w-full h-auto" />;
}
