import type { ReactNode } from 'react';

export interface BrandShown {
  name: string;
  colour: string | null;
  logo: string | null;
}

/** Whose room it is: picture, name and a line in the supplier's colour. Text never takes that colour, so it can be any. */
export function BrandMark({ brand }: { brand: BrandShown }): ReactNode {
  return (
    <p
      className="inline-flex items-center gap-2.5 border-l-4 border-acc pl-2.5 font-semibold tracking-tight"
      style={brand.colour === null ? {} : { borderColor: brand.colour }}
    >
      {brand.logo !== null && <img src={brand.logo} alt="" className="h-8 max-w-36 object-contain" />}
      <bdi className="wrap-anywhere">{brand.name}</bdi>
    </p>
  );
}
