import { lazy, type ReactNode, Suspense } from 'react';
import type { PopoverProps } from './popover-sheet.tsx';

const PopoverSheet = lazy(async () => ({ default: (await import('./popover-sheet.tsx')).PopoverSheet }));

/** Something small that belongs to the thing it was opened from. What draws it loads when the first one opens. */
export const Popover = (props: PopoverProps): ReactNode =>
  props.open ? (
    <Suspense fallback={null}>
      <PopoverSheet {...props} />
    </Suspense>
  ) : null;
