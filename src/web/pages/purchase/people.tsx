import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { common, roleWords } from '../../../catalogue/frame.ts';
import { peopleWords as words } from '../../../catalogue/people.ts';
import type { Stakeholder } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { usePlace } from '../../workspace.ts';
import { PersonDialog } from './person-dialog.tsx';
import { useOpened } from './write.ts';

/** A longer list is cut here until it is asked for: the matrix above names everyone. */
const FEW = 8;

/** Whether the one who acts may change people, roles, jobs and rules here. */
export function useGoverns(): boolean {
  const { page, locked } = useOpened();
  const { me } = usePlace();
  return locked === null && !(page.buyers_govern && me?.side === 'seller');
}

/** The buying group: who has which roles, who came in, which roles are missing. */
export function People(): ReactNode {
  const { page, locked } = useOpened();
  const governs = useGoverns();
  const [all, setAll] = useState(false);
  const shown = all || page.people.length <= FEW + 2 ? page.people : page.people.slice(0, FEW);
  const [dialog, setDialog] = useState<{ person: Stakeholder | null } | null>(null);
  return (
    <section aria-labelledby="people">
      <div className="flex flex-wrap items-center justify-between gap-2 mb-1 min-h-8">
        <h2 id="people">{words.title}</h2>
        {governs && (
          <Button small onClick={() => setDialog({ person: null })}>
            <UserPlus size={13} aria-hidden />
            {words.add}
          </Button>
        )}
      </div>
      {page.missing_roles.length > 0 && <p className="text-sm text-warn mb-2">{words.missing(page.missing_roles)}</p>}
      {!governs && locked === null && <p className="text-xs text-dim mb-2">{words.governed}</p>}
      {page.people.length > 0 && (
        <div className="overflow-x-auto">
          <table className="list-table">
            <thead>
              <tr>
                {words.columns.map((name) => (
                  <th key={name} scope="col" className={name === words.columns[3] ? 'max-sm:hidden' : ''}>
                    {name === '' ? <span className="sr-only">{words.change}</span> : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <PersonRow
                  key={person.person_id}
                  person={person}
                  governs={governs}
                  edit={() => setDialog({ person })}
                />
              ))}
            </tbody>
          </table>
          {shown.length < page.people.length && (
            <Button look="quiet" small className="-ml-2.5 mt-1" onClick={() => setAll(true)}>
              {words.all(page.people.length)}
            </Button>
          )}
        </div>
      )}
      {dialog !== null && <PersonDialog person={dialog.person} onClose={() => setDialog(null)} />}
    </section>
  );
}

function PersonRow({ person, governs, edit }: { person: Stakeholder; governs: boolean; edit: () => void }): ReactNode {
  return (
    <tr className={person.left_at === null ? '' : 'text-dim'}>
      <td className="wrap-break-word">
        <bdi className="font-[520]">{person.name === '' ? common.nobody : person.name}</bdi>
        {person.function !== null && (
          <span className="text-xs text-dim ml-2 max-sm:block max-sm:ml-0">{person.function}</span>
        )}
      </td>
      <td>{person.roles.map((role) => roleWords[role]).join(', ')}</td>
      <td className="whitespace-nowrap">
        {person.left_at !== null ? (
          words.left_on(formatDate(person.left_at))
        ) : person.entered_at === null ? (
          <span className="text-dim">{words.not_yet}</span>
        ) : (
          formatDate(person.entered_at)
        )}
      </td>
      <td className="max-sm:hidden">{person.delegate}</td>
      <td className="num">
        {governs && (
          <Button look="quiet" small aria-label={words.edit(person.name)} onClick={edit}>
            {words.change}
          </Button>
        )}
      </td>
    </tr>
  );
}
