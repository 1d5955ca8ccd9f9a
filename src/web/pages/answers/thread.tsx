import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { words } from '../../../catalogue/answers.ts';
import { formatDate } from '../../../catalogue/format.ts';
import { links } from '../../links.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Button } from '../../ui/button.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import { type Answer, type Question, type QuestionList, saidOn, whoIsAsked, whoSaid } from './data.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { Reply } from './reply.tsx';
import { TakeDialog } from './take-dialog.tsx';

interface ThreadProps {
  question: Question;
  list: QuestionList;
  open: boolean;
}

/** A question; opened, all that was said to it. Which one is open stands in the address. */
export function Thread({ question, list, open }: ThreadProps): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const job = page.jobs.find(({ job_id }) => job_id === question.job_id)?.name;
  return (
    <article ref={place} className={`card !p-0 ${open ? '!border-acc' : ''}`} aria-label={beginning(question.text)}>
      <Link
        {...links.answers(workspace_id, page.purchase_id, open ? {} : { question: question.question_id })}
        resetScroll={false}
        aria-expanded={open}
        className="block px-4 py-3 hover:bg-sunk rounded-[10px]"
      >
        <span className="flex flex-wrap gap-x-2 items-baseline text-xs text-dim">
          <span>
            {/* Each by itself: a name that is written from right to left turns nothing around it. */}
            <bdi>{whoSaid(question)}</bdi> {words.asks[question.yours ? 'you' : 'others']}{' '}
            <bdi>{whoIsAsked(question)}</bdi>
          </span>
          <span>{formatDate(question.at)}</span>
          {job !== undefined && <bdi>{words.about_job(job)}</bdi>}
          {question.to_you && question.status === 'open' && (
            <span className="rounded bg-acc-soft text-acc-dim px-1.5 font-[560]">{words.for_you}</span>
          )}
          <Padlock zone={question.zone} />
        </span>
        <span className={`block mt-0.5 font-[560] wrap-anywhere ${open ? 'whitespace-pre-wrap' : 'line-clamp-3'}`}>
          <bdi>{question.text}</bdi>
        </span>
        {!open && <Gist question={question} />}
      </Link>
      {open && <Inside question={question} list={list} />}
    </article>
  );
}

const beginning = (text: string): string => [...text].slice(0, 80).join('');

/** What one wants to know of a question without opening it: the answer that was taken, or how many there are. */
function Gist({ question: { answers, accepted, closed } }: { question: Question }): ReactNode {
  if (closed !== null) {
    const told = closed.reason === null || closed.reason === '' ? words.closed(closed.by, closed.at) : closed.reason;
    return (
      <span className="block text-xs text-dim mt-1 wrap-anywhere line-clamp-2">
        <bdi>{told}</bdi>
      </span>
    );
  }
  const taken = answers.find(({ answer_id }) => answer_id === accepted?.answer_id);
  if (taken === undefined) {
    const told = answers.length === 0 ? words.no_answer : words.answers(answers.length);
    return <span className="block text-xs text-dim mt-1">{told}</span>;
  }
  return (
    <span className="flex gap-1.5 text-sm mt-1">
      <Check size={15} className="text-acc shrink-0 mt-0.5" aria-hidden />
      <span className="line-clamp-2 wrap-anywhere">
        <bdi>{taken.text}</bdi>
      </span>
    </span>
  );
}

function Inside({ question, list }: { question: Question; list: QuestionList }): ReactNode {
  const { locked } = useOpened();
  const { closed, status } = question;
  return (
    <div className="px-4 pb-4 border-t border-line">
      <ol className="divide-y divide-line">
        {question.answers.map((answer) => (
          <li key={answer.answer_id} className="py-3">
            <Said question={question} answer={answer} list={list} />
          </li>
        ))}
      </ol>
      {question.answers.length === 0 && <p className="text-sm text-dim py-3">{words.no_answer}</p>}
      {closed !== null && (
        <p className="text-sm text-dim py-2 wrap-anywhere">
          {words.closed(closed.by, closed.at)}
          {closed.reason !== null && closed.reason !== '' && <bdi>: {closed.reason}</bdi>}
        </p>
      )}
      {locked === null && status !== 'closed' && <Reply question={question} />}
      {locked === null && question.settles && <Closing question={question} />}
    </div>
  );
}

function Said({ question, answer, list }: { question: Question; answer: Answer; list: QuestionList }): ReactNode {
  const { workspace_id, me, standing } = usePlace();
  const { page, locked } = useOpened();
  const [doing, setDoing] = useState<'take' | 'publish' | null>(null);
  const { accepted } = question;
  const is_taken = accepted?.answer_id === answer.answer_id;
  const is_seller = (standing === null ? me?.side : standing.side) !== 'buyer';
  const takes = locked === null && question.settles && !is_taken && question.status !== 'closed';
  const publishes = locked === null && is_seller && answer.side === 'seller' && standing?.role !== 'partner';
  return (
    <>
      <p className="flex flex-wrap gap-x-2 items-baseline text-xs text-dim">
        <bdi>{saidOn(answer)}</bdi>
        <Padlock zone={answer.zone} />
      </p>
      <p className="mt-0.5 whitespace-pre-wrap wrap-anywhere">
        <bdi>{answer.text}</bdi>
      </p>
      {is_taken && accepted !== null && (
        <p className="text-sm mt-1.5 flex flex-wrap gap-x-1.5 items-baseline text-acc-dim">
          <Check size={15} className="text-acc self-center" aria-hidden />
          {words.taken(accepted.by, accepted.at)}
          {accepted.claim !== null && (
            <span className="text-ink wrap-anywhere">
              {words.is_claim}{' '}
              <Link {...links.claims(workspace_id, page.purchase_id)} className="linklike">
                <bdi>{accepted.claim}</bdi>
              </Link>
            </span>
          )}
        </p>
      )}
      {(takes || publishes) && (
        <p className="flex flex-wrap gap-2 mt-2">
          {takes && (
            <Button small className="max-sm:min-h-10" onClick={() => setDoing('take')}>
              {words.take}
            </Button>
          )}
          {publishes && (
            <Button small look="quiet" className="max-sm:min-h-10" onClick={() => setDoing('publish')}>
              {words.publish}
            </Button>
          )}
        </p>
      )}
      {doing === 'take' && <TakeDialog question={question} answer={answer} onClose={() => setDoing(null)} />}
      {doing === 'publish' && (
        <PublishDialog question={question} answer={answer} owners={list.sellers} onClose={() => setDoing(null)} />
      )}
    </>
  );
}

function Closing({ question }: { question: Question }): ReactNode {
  const write = useWrite();
  const { question_id, status, seen } = question;
  if (status === 'accepted') return null;
  const open = status === 'closed';
  const send = () =>
    void write(
      'closings.put',
      { question_id },
      { ...(open && { open: true }), seen },
      { said: open ? words.opened_said : words.close_said },
    );
  return (
    <p className="mt-2">
      <Button small look="quiet" className="max-sm:min-h-10" onClick={send}>
        {open ? words.open_again : words.close}
      </Button>
    </p>
  );
}
