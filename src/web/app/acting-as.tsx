import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { common, frame } from '../../catalogue/frame.ts';
import { links } from '../links.ts';
import type { Person } from '../types.ts';
import { type Standing, useActAs, usePlace } from '../workspace.ts';

/** Who acts. In an open workspace anyone on this machine may be anyone, visibly. */
export function ActingAs(): ReactNode {
  const { standing } = usePlace();
  return standing === null ? <Chooser /> : <Own standing={standing} />;
}

/** Who one is, where the doors ask for it, and the way to one's own place. */
function Own({ standing }: { standing: Standing }): ReactNode {
  const buyer = standing.side === 'buyer';
  const words = buyer ? frame.my_rooms : frame.my_account;
  return (
    <Link
      {...(buyer ? links.rooms() : links.account())}
      title={words}
      className="ml-1 rounded-lg border border-line bg-panel px-2.5 py-1.5 text-sm font-[560] max-w-48 truncate"
    >
      <bdi>{standing.name ?? words}</bdi>
    </Link>
  );
}

function Chooser(): ReactNode {
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
