import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/answers.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { AskDialog } from './ask-dialog.tsx';
import { type QuestionList, useQuestions } from './data.ts';
import { Thread } from './thread.tsx';

/** What was asked and what was answered: what waits first. */
export function AnswersPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title}>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const questions = useQuestions();
  const { page, locked } = useOpened();
  const [asking, setAsking] = useState(false);
  const list = questions.data;
  return (
    <div className="max-w-3xl">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 mb-5">
        <div className="grow basis-72">
          <h1>{words.title}</h1>
          <p className="text-dim mt-1 max-w-prose">{words.about}</p>
          {list !== undefined && <Times list={list} />}
        </div>
        {locked === null && (
          <Button look="primary" className="max-sm:w-full max-sm:min-h-12" onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        )}
      </header>
      {questions.isError && <Trouble error={questions.error} retry={() => void questions.refetch()} />}
      {questions.isPending && <Skeleton className="h-56" />}
      {list?.questions.length === 0 && (
        <Empty title={words.none}>
          <p>{words.none_about[page.view]}</p>
        </Empty>
      )}
      {list !== undefined && <Groups list={list} />}
      {asking && <AskDialog sellers={list?.sellers ?? []} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Times({ list: { time_to_answer } }: { list: QuestionList }): ReactNode {
  const { n, median_ms, waiting } = time_to_answer;
  const told = [
    ...(median_ms === null ? [] : [words.time(median_ms, n)]),
    ...(waiting === 0 ? [] : [words.waiting(waiting)]),
  ];
  return told.length === 0 ? null : <p className="text-sm mt-1 tabular-nums">{told.join(' · ')}</p>;
}

function Groups({ list }: { list: QuestionList }): ReactNode {
  const { question: chosen } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/answers' });
  return (
    <div className="space-y-6">
      {(['open', 'answered', 'accepted', 'closed'] as const).map((status) => {
        const group = list.questions.filter((one) => one.status === status);
        if (group.length === 0) return null;
        return (
          <section key={status} aria-labelledby={`group-${status}`}>
            <h2 id={`group-${status}`} className="mb-1.5">
              {words.groups[status]} · {group.length}
            </h2>
            <ul className="space-y-2">
              {group.map((question) => (
                <li key={question.question_id}>
                  <Thread question={question} list={list} open={question.question_id === chosen} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
