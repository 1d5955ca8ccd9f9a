import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { formWords, findWords as words } from '../../../catalogue/claims.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Text } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import type { Asked, Proposals } from './find.tsx';

type Proposal = Proposals['proposals'][number];
type Fate = 'open' | 'confirmed' | 'skipped';

interface FoundProps {
  asked: Asked;
  found: Proposals;
  onAgain: () => void;
}

/** The text with what was found marked in it, and each proposal to confirm or leave out; all of it by keyboard. */
export function Found({ asked, found, onAgain }: FoundProps): ReactNode {
  const [fates, setFates] = useState<readonly Fate[]>(() => found.proposals.map(() => 'open'));
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const write = useWrite();
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(found.proposals.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-proposal]')[next]?.focus();
  };
  const decide = (index: number, fate: Fate): void => {
    const now = fates.map((one, place) => (place === index ? fate : one));
    setFates(now);
    const next = now.indexOf('open', index);
    go(next >= 0 ? next : Math.max(0, now.indexOf('open')));
  };
  const confirm = async (
    index: number,
    { subject, attribute }: Pick<Proposal, 'subject' | 'attribute'>,
  ): Promise<void> => {
    const proposal = found.proposals[index];
    if (proposal === undefined || fates[index] !== 'open') return;
    const body = { ...bodyOf(proposal, asked), subject: subject.trim(), attribute: attribute.trim() };
    if (await write('claims.put', { claim_id: crypto.randomUUID() }, body, { said: formWords.noted }))
      decide(index, 'confirmed');
  };
  const left = fates.filter((fate) => fate === 'open').length;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 mb-3">
        <h2 role="status">{found.proposals.length === 0 ? words.none : words.left(left)}</h2>
        {left > 0 && <span className="text-xs text-dim">{words.keys}</span>}
        <Button small className="ml-auto" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
      {found.said !== null && <p className="text-sm text-warn mb-3">{found.said}</p>}
      {found.proposals.length === 0 ? (
        <Empty title={words.none}>{words.none_about}</Empty>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] max-md:grid-cols-1 gap-5 items-start">
          <ol ref={list} aria-label={words.list} className="space-y-2">
            {found.proposals.map((proposal, index) => (
              <Item
                key={`${proposal.offset} ${proposal.attribute}`}
                proposal={proposal}
                fate={fates[index] ?? 'open'}
                current={index === at}
                onFocus={() => setAt(index)}
                onMove={(by) => go(index + by)}
                onSkip={() => decide(index, 'skipped')}
                onConfirm={(said) => void confirm(index, said)}
              />
            ))}
          </ol>
          <Marked found={found} fates={fates} at={at} onPick={go} />
        </div>
      )}
    </>
  );
}

/** What is noted of a confirmed proposal: where it stands, in whose words, and what drafted it. */
function bodyOf(proposal: Proposal, asked: Asked): object {
  const { value, unit, value_kind, quote, line, drafted_by } = proposal;
  return {
    value,
    value_kind,
    ...(unit !== null && { unit }),
    ...(asked.option_id !== '' && { option_id: asked.option_id }),
    channel: asked.channel,
    ...(asked.document.trim() !== '' && { document: asked.document.trim() }),
    quote,
    line,
    ...(drafted_by !== null && { drafted_by }),
  };
}

interface ItemProps {
  proposal: Proposal;
  fate: Fate;
  current: boolean;
  onFocus: () => void;
  onMove: (by: number) => void;
  onSkip: () => void;
  onConfirm: (said: Pick<Proposal, 'subject' | 'attribute'>) => void;
}

/** What a key does to a proposal; within a field the keys that edit belong to the field. */
function actOn(key: string, inside: boolean): 'confirm' | 'skip' | 1 | -1 | null {
  switch (key) {
    case 'Enter':
      return 'confirm';
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'Delete':
    case 'Backspace':
      return inside ? null : 'skip';
    default:
      return null;
  }
}

function Item({ proposal, fate, current, onFocus, onMove, onSkip, onConfirm }: ItemProps): ReactNode {
  const [subject, setSubject] = useState(proposal.subject);
  const [attribute, setAttribute] = useState(proposal.attribute);
  const keys = (event: KeyboardEvent<HTMLLIElement>): void => {
    const inside = event.target instanceof HTMLInputElement;
    if (event.target instanceof HTMLButtonElement && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const act = actOn(event.key, inside);
    if (act === null) return;
    event.preventDefault();
    if (act === 'confirm') onConfirm({ subject, attribute });
    else if (act === 'skip') onSkip();
    else onMove(act);
  };
  const open = fate === 'open';
  return (
    <li
      data-proposal
      tabIndex={current ? 0 : -1}
      aria-label={`${attribute}: ${proposal.text}`}
      onKeyDown={keys}
      onFocus={onFocus}
      className={`rounded-lg border p-3 ${current ? 'border-acc' : 'border-line'} ${open ? '' : 'opacity-60'}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <b className="font-semibold tabular-nums">
          <bdi>{proposal.text}</bdi>
        </b>
        <span className="text-xs text-dim">{words.line(proposal.line)}</span>
        {fate !== 'open' && <span className="text-xs text-dim">{words[fate]}</span>}
        {proposal.drafted_by !== null && <span className="text-xs text-dim">{proposal.drafted_by}</span>}
      </p>
      <Known proposal={proposal} />
      {open && (
        <>
          <div className="grid grid-cols-2 gap-2 mt-1.5">
            <Text
              label={formWords.subject}
              value={subject}
              maxLength={200}
              onChange={(event) => setSubject(event.target.value)}
            />
            <Text
              label={formWords.attribute}
              value={attribute}
              maxLength={200}
              onChange={(event) => setAttribute(event.target.value)}
            />
          </div>
          <div className="flex gap-2 mt-2">
            <Button
              look="primary"
              small
              disabled={subject.trim() === '' || attribute.trim() === ''}
              onClick={() => onConfirm({ subject, attribute })}
            >
              {words.confirm}
            </Button>
            <Button small onClick={onSkip}>
              {words.skip}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function Known({ proposal: { known } }: { proposal: Proposal }): ReactNode {
  if (known === null) return null;
  const say = known.verdict === 'conflict' ? words.conflict : known.verdict === 'same' ? words.same : words.known;
  return <p className={`text-xs ${known.verdict === 'conflict' ? 'text-warn' : 'text-dim'}`}>{say(known.text)}</p>;
}

interface MarkedProps {
  found: Proposals;
  fates: readonly Fate[];
  at: number;
  onPick: (index: number) => void;
}

/** The text as it was given; a click on a mark goes to its proposal. */
function Marked({ found, fates, at, onPick }: MarkedProps): ReactNode {
  const pieces: ReactNode[] = [];
  let from = 0;
  found.proposals.forEach((proposal, index) => {
    if (proposal.offset < from) return;
    pieces.push(found.text.slice(from, proposal.offset));
    from = proposal.offset + proposal.length;
    const look =
      index === at ? 'bg-acc text-acc-ink' : `text-inherit ${fates[index] === 'open' ? 'bg-acc-soft' : 'bg-sunk'}`;
    pieces.push(
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
      <mark key={proposal.offset} className={`${look} rounded px-0.5 cursor-pointer`} onClick={() => onPick(index)}>
        {found.text.slice(proposal.offset, from)}
      </mark>,
    );
  });
  pieces.push(found.text.slice(from));
  return (
    <section
      aria-label={words.source_text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
      className="card !p-4 text-sm whitespace-pre-wrap wrap-anywhere max-h-[70vh] overflow-y-auto sticky top-3 max-md:static"
      dir="auto"
    >
      {pieces}
    </section>
  );
}
