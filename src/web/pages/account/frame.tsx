import { type ReactNode, useEffect } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { BrandMark, type BrandShown } from '../../signs/brand.tsx';

/** A page outside of any workspace: one thing to do, in the middle, made for a phone first. */
export function Frame({
  title,
  about,
  brand,
  children,
}: {
  title: string;
  about?: ReactNode;
  /** Whose door it is. */
  brand?: BrandShown;
  children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title]);
  return (
    <main id="page" className="wrap py-12 max-sm:py-6">
      <div className="max-w-md mx-auto">
        {brand === undefined ? (
          <p className="font-semibold tracking-tight text-acc mb-3">{common.product}</p>
        ) : (
          <div className="mb-3">
            <BrandMark brand={brand} />
          </div>
        )}
        <section className="card space-y-3">
          <h1>{title}</h1>
          {about !== undefined && <p className="text-sm text-dim">{about}</p>}
          {children}
        </section>
      </div>
    </main>
  );
}
