import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatDate, plain } from '../../../catalogue/format.ts';
import { type BasisKind, basisWords as words } from '../../../catalogue/purchase-basis.ts';
import { zoneWords } from '../../../catalogue/zone.ts';
import { links } from '../../links.ts';
import { Padlock } from '../../signs/padlock.tsx';
import type { Page } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { usePlace } from '../../workspace.ts';
import { BasisDialog } from './basis-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useOpened, useWrite } from './write.ts';

export type Item = Page['requirements'][number];

interface Editing {
  kind: BasisKind;
  item: Item | null;
}

/** The problem, the requirements and the options: what assents rest on. */
export function Basis(): ReactNode {
  const { page, locked } = useOpened();
  const { workspace_id } = usePlace();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [moving, setMoving] = useState<Item | null>(null);
  const move = locked === null ? setMoving : null;
  const open = (kind: BasisKind, item: Item | null) => (locked === null ? () => setEditing({ kind, item }) : null);
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{words.title}</h2>
      <p className="text-xs text-dim mb-2">
        {words.about}{' '}
        <Link {...links.options(workspace_id, page.purchase_id)} className="linklike">
          {words.side_by_side}
        </Link>
      </p>
      <div className="grid grid-cols-3 max-md:grid-cols-1 gap-3">
        <Column
          title={words.problem}
          empty={words.no_problem}
          items={page.problem === null ? [] : [page.problem]}
          add={page.problem === null ? open('problem', null) : null}
          addLabel={words.state}
          edit={(item) => open('problem', item)}
          move={move}
        />
        <Column
          title={words.requirements}
          empty={words.no_requirements}
          items={page.requirements}
          add={open('requirement', null)}
          addLabel={words.add}
          edit={(item) => open('requirement', item)}
          move={move}
        />
        <Column
          title={words.options}
          empty={words.no_options}
          items={page.options}
          add={open('option', null)}
          addLabel={words.add}
          edit={(item) => open('option', item)}
          move={move}
          mark={(item) => <ChosenMark item={item} />}
        />
      </div>
      {editing !== null && <BasisDialog {...editing} onClose={() => setEditing(null)} />}
      {moving !== null && (
        <MoveDialog
          thing={{ event_id: moving.seen, text: moving.text, zone: moving.zone }}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}

interface ColumnProps {
  title: string;
  empty: string;
  items: readonly Item[];
  add: (() => void) | null;
  addLabel: string;
  edit: (item: Item) => (() => void) | null;
  move: ((item: Item) => void) | null;
  mark?: (item: Item) => ReactNode;
}

function Column({ title, empty, items, add, addLabel, edit, move, mark }: ColumnProps): ReactNode {
  return (
    <div className="card !p-3">
      <div className="flex items-center justify-between gap-2 min-h-7">
        <h3 className="text-sm">{title}</h3>
        {add !== null && (
          <Button look="quiet" small onClick={add} aria-label={`${addLabel}: ${title}`}>
            <Plus size={12} aria-hidden />
            {addLabel}
          </Button>
        )}
      </div>
      {items.length === 0 && <p className="text-sm text-dim mt-1">{empty}</p>}
      <ul className="text-sm">
        {items.map((item) => {
          const change = edit(item);
          return (
            <li key={item.id} className="py-1.5 border-t border-line first:border-t-0">
              <p className="wrap-anywhere">
                <bdi>{item.text}</bdi>
              </p>
              <p className="text-xs text-dim flex flex-wrap gap-x-2 items-center">
                {item.detail !== null && <span>{detailOf(item.detail)}</span>}
                <span>{formatDate(item.at)}</span>
                <Padlock zone={item.zone} />
                {mark?.(item)}
                {change !== null && (
                  <button
                    type="button"
                    className="linklike"
                    aria-label={`${words.change}: ${item.text}`}
                    onClick={change}
                  >
                    {words.change}
                  </button>
                )}
                {move !== null && item.zone !== 'shared' && (
                  <button
                    type="button"
                    className="linklike"
                    aria-label={`${zoneWords.move} ${item.text}`}
                    onClick={() => move(item)}
                  >
                    {zoneWords.move}
                  </button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How much a requirement matters, or what kind an option is. */
function detailOf(detail: string): string {
  const known: Readonly<Record<string, string>> = { ...words.priorities, ...words.kinds };
  return known[detail] ?? plain(detail);
}

function ChosenMark({ item }: { item: Item }): ReactNode {
  const { page, locked } = useOpened();
  const write = useWrite();
  if (page.chosen_option_id === item.id) return <b className="text-acc font-semibold">{words.chosen}</b>;
  if (locked !== null) return null;
  const kind = item.detail !== null && item.detail in words.kinds ? { kind: item.detail } : {};
  const choose = () =>
    void write(
      'options.put',
      { option_id: item.id },
      { name: item.text, ...kind, chosen: true, seen: item.seen },
      { said: words.chosen_said(item.text) },
    );
  return (
    <button type="button" className="linklike" aria-label={`${words.choose}: ${item.text}`} onClick={choose}>
      {words.choose}
    </button>
  );
}
