import type { ReactNode } from 'react';

interface EmptyProps {
  title: string;
  children?: ReactNode;
  sign?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function Empty({ title, children, sign }: EmptyProps): ReactNode {
  return (
    <div className="mx-auto max-w-md py-14 text-center">
      {sign !== undefined && <div className="mb-4 flex justify-center">{sign}</div>}
      <p className="font-semibold text-ink">{title}</p>
      {children !== undefined && <div className="mt-1.5 text-sm text-dim space-y-3">{children}</div>}
    </div>
  );
}
