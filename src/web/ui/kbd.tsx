import type { ReactNode } from 'react';

export const Kbd = ({ children }: { children: ReactNode }): ReactNode => (
  <kbd className="inline-block rounded border border-line bg-sunk px-1.5 text-2xs text-dim font-sans leading-5">
    {children}
  </kbd>
);
