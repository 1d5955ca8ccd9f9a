import { lazy, type ReactNode, Suspense } from 'react';
import type { DialogProps } from './dialog-sheet.tsx';

const DialogSheet = lazy(async () => ({ default: (await import('./dialog-sheet.tsx')).DialogSheet }));

/** A modal dialog. What draws it loads when the first one opens: the page itself is there sooner. */
export const Dialog = (props: DialogProps): ReactNode => (
  <Suspense fallback={null}>
    <DialogSheet {...props} />
  </Suspense>
);
