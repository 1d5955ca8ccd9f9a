import type { ReactNode } from 'react';
import type { Person } from '../types.ts';
import { common, frame } from '../words.ts';
import { useActAs, usePlace } from '../workspace.ts';

/** Who acts. Until accounts exist anyone on this machine may be anyone, visibly. */
export function ActingAs(): ReactNode {
  const { as, me, people } = usePlace();
  const actAs = useActAs();
  const sellers = people.filter((person) => person.side === 'seller');
  const buyers = people.filter((person) => person.side === 'buyer');
  const look = me?.side === 'buyer' ? 'bg-acc-soft text-ink border-acc/50' : 'border-line bg-panel';
  return (
    <label className={`flex items-center rounded-lg border pl-2.5 ml-1 min-w-0 ${look}`} title={frame.acting_about}>
      <span className="text-2xs text-dim whitespace-nowrap max-md:sr-only">{frame.acting_as}</span>
      <select
        value={as}
        onChange={(event) => actAs(event.target.value)}
        className="pick max-w-48 max-sm:max-w-40 font-[560]"
      >
        {me === null && <option value={as}>{frame.someone}</option>}
        <optgroup label={frame.sellers}>
          {sellers.map((person) => (
            <Choice key={person.person_id} person={person} />
          ))}
        </optgroup>
        {buyers.length > 0 && (
          <optgroup label={frame.buyers}>
            {buyers.map((person) => (
              <Choice key={person.person_id} person={person} />
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

const Choice = ({ person }: { person: Person }): ReactNode => (
  <option value={person.person_id}>
    {person.name === '' ? common.nobody : person.name}
    {person.function === null ? '' : ` · ${person.function}`}
  </option>
);
