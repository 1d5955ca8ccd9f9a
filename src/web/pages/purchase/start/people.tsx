import { type ReactNode, useState } from 'react';
import { common, roleWords, signWords } from '../../../../catalogue/frame.ts';
import { words } from '../../../../catalogue/purchase-start.ts';
import { Sign } from '../../../signs/sign.tsx';
import type { Stakeholder } from '../../../types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/field.tsx';
import { usePlace } from '../../../workspace.ts';
import { cellOf, myRow } from '../assent.ts';
import { Invite } from '../invite.tsx';
import { useGoverns } from '../people.tsx';
import { PersonDialog } from '../person-dialog.tsx';
import { useOpened, useWrite } from '../write.ts';

/** Whether the one who acts brings people in here: who governs the buyer side, or any seller before a buyer came. */
function useBringsIn(): boolean {
  const { standing } = usePlace();
  const governs = useGoverns();
  return governs && (standing === null || standing.side !== 'buyer' || standing.guest?.administrator === true);
}

/** The buying group as a sketch of the organisation: by function, with roles and how each stands to the jobs. */
export function PeopleSketch(): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const brings_in = useBringsIn();
  const [adding, setAdding] = useState(false);
  const here = page.people.filter((person) => person.left_at === null);
  const places = new Map<string, Stakeholder[]>();
  for (const person of here) {
    const place = person.function ?? words.nowhere;
    places.set(place, [...(places.get(place) ?? []), person]);
  }
  const me = myRow(page, as);
  return (
    <section aria-labelledby="group">
      <div className="flex flex-wrap items-center justify-between gap-2 mb-2 min-h-8">
        <h2 id="group">{words.people}</h2>
        {brings_in && (
          <Button small className="max-sm:min-h-11" onClick={() => setAdding(true)}>
            {words.invite}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap gap-3 items-stretch">
        {[...places].map(([place, people]) => (
          <section key={place} className="card !p-3 grow basis-56 max-w-full" aria-label={place}>
            {places.size > 1 && <h3 className="text-xs text-dim font-[560] mb-1">{place}</h3>}
            <ul>
              {people.map((person) => (
                <PersonLine key={person.person_id} person={person} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {me !== null && <MyDelegate me={me} />}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </section>
  );
}

function PersonLine({ person }: { person: Stakeholder }): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const roles = person.roles.map((role) => roleWords[role]).join(', ');
  return (
    <li className="py-1 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
      <span className="min-w-0">
        <bdi className="text-sm font-[520] wrap-anywhere">{person.name === '' ? common.nobody : person.name}</bdi>{' '}
        <span className="text-xs text-dim">
          {[roles, person.entered_at === null ? words.away : ''].filter(Boolean).join(' · ')}
        </span>
        {person.person_id === as && <span className="text-2xs text-acc font-[560] ml-1">{words.mine}</span>}
      </span>
      <span className="flex gap-0.5 shrink-0">
        {page.jobs.map((job) => {
          const sign = cellOf(job, person.person_id)?.sign ?? 'none';
          const said = `${job.name}: ${signWords[sign]}`;
          return (
            <span key={job.job_id} title={said}>
              <Sign kind={sign} size={12} />
              <span className="sr-only">{said}</span>
            </span>
          );
        })}
      </span>
    </li>
  );
}

/** Who may state one's assents in one's place. */
function MyDelegate({ me }: { me: Stakeholder }): ReactNode {
  const { page, locked } = useOpened();
  const write = useWrite();
  const others = page.people.filter((one) => one.active && one.person_id !== me.person_id);
  if (locked !== null || others.length === 0) return null;
  const now = others.find((one) => one.name === me.delegate)?.person_id ?? '';
  const choose = (delegate_id: string): void =>
    void write(
      'delegates.put',
      { person_id: me.person_id },
      { delegate_id: delegate_id === '' ? null : delegate_id, seen: me.seen },
      { said: words.delegated },
    );
  return (
    <div className="mt-3 max-w-sm">
      <Select
        label={words.delegate}
        hint={words.delegate_hint}
        value={now}
        onChange={(event) => choose(event.target.value)}
        options={[
          { value: '', label: words.delegate_none },
          ...others.map((one) => ({ value: one.person_id, label: one.name })),
        ]}
      />
    </div>
  );
}

/** Brings someone in: by a mailed link where there are accounts, by name where the doors are open. */
export function AddPerson({ role = '', onClose }: { role?: string; onClose: () => void }): ReactNode {
  const { standing } = usePlace();
  if (standing === null) return <PersonDialog person={null} onClose={onClose} />;
  return (
    <Dialog title={words.invite} open onClose={onClose}>
      <Invite role={role} open />
    </Dialog>
  );
}
