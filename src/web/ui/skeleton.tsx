import type { ReactNode } from 'react';
import { common } from '../../catalogue/frame.ts';

export const Skeleton = ({ className = '' }: { className?: string }): ReactNode => (
  <div aria-hidden className={`skeleton ${className}`} />
);

/** A page that is still coming. */
export const PageSkeleton = (): ReactNode => (
  <div className="wrap py-6 space-y-5">
    <p className="sr-only" role="status">
      {common.loading}
    </p>
    <Skeleton className="h-7 w-72 max-w-full" />
    <Skeleton className="h-4 w-96 max-w-full" />
    <Skeleton className="h-56" />
    <Skeleton className="h-40" />
  </div>
);
