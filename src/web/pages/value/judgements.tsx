import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate, quoted } from '../../../catalogue/format.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Sign } from '../../signs/sign.tsx';
import { Button } from '../../ui/button.tsx';
import { LongText } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import { useJudge } from './judging.ts';
import type { AssumptionView } from './live.ts';

/** Who of the buyers agreed or disputes, and one's own say. */
export function Judgements({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { judgements, proposed_by } = assumption;
  return (
    <section className="space-y-2">
      <ul className="text-sm space-y-1">
        {proposed_by.name !== null && (
          <li className="text-xs text-dim">
            {words.proposed_by(proposed_by.name, proposed_by.side === 'seller' ? words.supplier : '')},{' '}
            {formatDate(assumption.at)} <Padlock zone={assumption.zone} />
          </li>
        )}
        {judgements.length === 0 && <li>{words.nobody_judged}</li>}
        {judgements.map(({ person_id, name, judgement, reason, at, zone }) => (
          <li key={person_id} className="flex flex-wrap items-center gap-x-2">
            <Sign kind={judgement === 'agreed' ? 'given' : 'withheld'} size={13} />
            <span>{words.judged(name, judgement === 'agreed' ? words.agrees : words.disputes)}</span>
            {reason !== null && <span className="text-dim wrap-anywhere">{quoted(reason)}</span>}
            <span className="text-xs text-dim">{formatDate(at)}</span>
            <Padlock zone={zone} />
          </li>
        ))}
      </ul>
      <OwnSay assumption={assumption} />
    </section>
  );
}

function OwnSay({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { self, locked } = useCase();
  const judge = useJudge();
  const [disputing, setDisputing] = useState(false);
  const [reason, setReason] = useState('');
  if (locked !== null) return null;
  if (self === null) return <p className="text-xs text-dim">{words.only_buyers}</p>;
  const mine = assumption.judgements.find(({ person_id }) => person_id === self)?.judgement;
  const dispute = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await judge(assumption, 'disputed', reason.trim())) setDisputing(false);
  };
  if (disputing) {
    return (
      <form onSubmit={(event) => void dispute(event)} className="space-y-2">
        <LongText
          label={words.dispute_reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          autoFocus
        />
        <Button type="submit" look="primary">
          {words.dispute}
        </Button>
      </form>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {mine !== 'agreed' && (
        <Button look="primary" onClick={() => void judge(assumption, 'agreed')}>
          {words.agree}
        </Button>
      )}
      {mine !== 'disputed' && <Button onClick={() => setDisputing(true)}>{words.dispute}</Button>}
      {mine !== undefined && (
        <Button look="quiet" onClick={() => void judge(assumption, 'open')}>
          {words.take_back}
        </Button>
      )}
    </div>
  );
}

/** What was said of an assumption, oldest first, and a field to add to it. */
export function Thread({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { locked } = useCase();
  const [comment, setComment] = useState('');
  const write = useWrite();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { assumption_id } = assumption;
    if (await write('comments.create', { assumption_id }, { comment: comment.trim() })) setComment('');
  };
  return (
    <section className="border-t border-line pt-3">
      <h2>{words.thread}</h2>
      {assumption.comments.length === 0 && <p className="text-sm text-dim">{words.thread_empty}</p>}
      <ul className="space-y-1.5 my-1.5">
        {assumption.comments.map(({ event_id, by, side, comment: said, at, zone }) => (
          <li key={event_id} className="text-sm">
            <span className="text-xs text-dim">
              {by}
              {side === 'seller' ? words.supplier : ''}, {formatDate(at)} <Padlock zone={zone} />
            </span>
            <p className="wrap-anywhere whitespace-pre-wrap">{said}</p>
          </li>
        ))}
      </ul>
      {locked === null && (
        <form onSubmit={(event) => void send(event)} className="flex items-end gap-2">
          <div className="grow">
            <LongText
              label={words.comment}
              rows={1}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          </div>
          <Button type="submit" disabled={comment.trim() === ''}>
            {words.send}
          </Button>
        </form>
      )}
    </section>
  );
}
