import { AnnotationMode, GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { Button } from '../../ui/button.tsx';
import type { ShownProps } from './preview.tsx';

/** So many pages are drawn at once. */
const AT_ONCE = 15;

/** Scripts of a PDF are never run: only its pages are read, and drawn as pictures with their text beside them. */
const READ_ONLY = { isEvalSupported: false, enableXfa: false, useWasm: false, stopAtErrors: false } as const;

/** The pages of a PDF, drawn. */
export function PdfPages({ bytes }: ShownProps): ReactNode {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);
  const [upTo, setUpTo] = useState(AT_ONCE);
  useEffect(() => {
    GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' });
    const worker = PDFWorker.create({ port: GlobalWorkerOptions.workerPort });
    let left = false;
    let close = (): void => undefined;
    void bytes.arrayBuffer().then((data) => {
      if (left) return;
      const task = getDocument({ data, worker, ...READ_ONLY });
      close = () => void task.destroy();
      task.promise.then(setPdf, () => left || setBroken(true));
    });
    return () => {
      left = true;
      close();
    };
  }, [bytes]);
  if (broken) return <p className="p-3 text-sm text-dim">{words.broken}</p>;
  if (pdf === null) return <p className="p-3 text-sm text-dim">{words.loading}</p>;
  const shown = Math.min(upTo, pdf.numPages);
  return (
    <div className="space-y-2 p-2">
      {Array.from({ length: shown }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are their numbers
        <PdfPage key={at} pdf={pdf} number={at + 1} />
      ))}
      {shown < pdf.numPages && <Button onClick={() => setUpTo(upTo + AT_ONCE)}>{words.pages_more}</Button>}
    </div>
  );
}

/** Wide enough to be read on any screen it is shrunk to. */
const DRAWN_WIDTH = 1_400;

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let left = false;
    let stop = (): void => undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const on = canvas.current;
      if (left || on === null) return;
      const viewport = page.getViewport({ scale: DRAWN_WIDTH / page.getViewport({ scale: 1 }).width });
      on.width = Math.round(viewport.width);
      on.height = Math.round(viewport.height);
      const task = page.render({ canvas: on, viewport, annotationMode: AnnotationMode.DISABLE });
      stop = () => task.cancel();
      const { items } = await page.getTextContent();
      if (!left) setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      await task.promise;
    };
    // A page that cannot be drawn stays white; the others are there all the same.
    draw().catch(() => undefined);
    return () => {
      left = true;
      stop();
    };
  }, [pdf, number]);
  return (
    <figure>
      <canvas ref={canvas} className="block w-full h-auto bg-white" />
      <figcaption className="sr-only">
        {words.page(number, pdf.numPages)}: {text}
      </figcaption>
    </figure>
  );
}
