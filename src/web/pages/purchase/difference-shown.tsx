import type { ReactNode } from 'react';
import { basisWords as words } from '../../../catalogue/purchase-basis.ts';
import { difference } from './difference.ts';

/** Two wordings as one text, with what came in and what went out marked. */
export function Difference({ before, after }: { before: string; after: string }): ReactNode {
  let place = 0;
  return (
    <div>
      <p className="text-xs text-dim mb-1">{words.difference}</p>
      <p className="rounded-lg bg-sunk px-3 py-2 text-sm wrap-anywhere">
        {difference(before, after).map((piece) => {
          const key = `${place++} ${piece.change}`;
          if (piece.change === 'added')
            return (
              <ins key={key} className="bg-acc-soft">
                {piece.text}
              </ins>
            );
          if (piece.change === 'removed')
            return (
              <del key={key} className="bg-warn-soft">
                {piece.text}
              </del>
            );
          return <span key={key}>{piece.text}</span>;
        })}
      </p>
    </div>
  );
}
