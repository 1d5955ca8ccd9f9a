import type { ReactNode } from 'react';

/** One part of what stands beside the matrix. */
export function Card({
  title,
  children,
  className = '',
}: {
  title: string;
  children: ReactNode;
  className?: string;
}): ReactNode {
  return (
    <section className={`card ${className}`}>
      <h2 className="mb-1">{title}</h2>
      {children}
    </section>
  );
}
