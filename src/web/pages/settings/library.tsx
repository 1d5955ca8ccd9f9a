import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { libraryWords as words } from '../../../catalogue/answers.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { LibraryForm } from '../answers/library-form.tsx';

type Library = OutputOf<'library_answers.list'>;
type Kept = Library['answers'][number];

/** The answers that the supplier keeps: who keeps each right, when it was looked at last, and whether customers find it. */
export function LibraryTab(): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ library_id: string; answer: Kept | null } | null>(null);
  const library = useQuery({
    queryKey: ['library', workspace_id, as],
    queryFn: ({ signal }) => call('library_answers.list', { params: { workspace_id } }, { signal }),
  });
  const put = useMutation({
    mutationFn: ({ library_id, body }: { library_id: string; body: object }) =>
      call('library_answers.put', {
        params: { workspace_id, library_id },
        body: body as { question: string; answer: string },
      }),
    onSuccess: async (_saved, { body }) => {
      say('reviewed' in body ? words.reviewed : words.saved);
      setOpen(null);
      await queries.invalidateQueries({ queryKey: ['library', workspace_id] });
    },
    onError: sayError,
  });
  if (library.isError) return <Trouble error={library.error} retry={() => void library.refetch()} />;
  if (library.data === undefined) return <Skeleton className="h-40" />;
  const { answers, owners } = library.data;
  const add = <Button onClick={() => setOpen({ library_id: crypto.randomUUID(), answer: null })}>{words.add}</Button>;
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.list_about}</p>
      {answers.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.none_about}</p>
          {add}
        </Empty>
      ) : (
        <>
          <ul>
            {answers.map((one) => (
              <Line
                key={one.library_id}
                answer={one}
                onChange={() => setOpen({ library_id: one.library_id, answer: one })}
                onReviewed={() =>
                  put.mutate({
                    library_id: one.library_id,
                    body: { question: one.question, answer: one.answer, reviewed: true },
                  })
                }
              />
            ))}
          </ul>
          <p className="mt-3">{add}</p>
        </>
      )}
      {open !== null && (
        <Dialog title={words.add_title} about={words.about} open onClose={() => setOpen(null)}>
          <LibraryForm
            draft={draftOf(
              open.answer,
              owners.some(({ person_id }) => person_id === as) ? as : (owners[0]?.person_id ?? ''),
            )}
            owners={owners}
            onSave={(body) => put.mutate({ library_id: open.library_id, body })}
            onClose={() => setOpen(null)}
          />
        </Dialog>
      )}
    </>
  );
}

const draftOf = (answer: Kept | null, me: string) => ({
  question: answer?.question ?? '',
  answer: answer?.answer ?? '',
  source: answer?.source ?? '',
  owner_id: answer?.owner_id ?? me,
  published: answer?.published ?? true,
});

interface LineProps {
  answer: Kept;
  onChange: () => void;
  onReviewed: () => void;
}

function Line({ answer, onChange, onReviewed }: LineProps): ReactNode {
  const told = [
    answer.published ? words.shown : words.own,
    answer.owner === null ? words.no_owner : words.owner_of(answer.owner),
    words.answered_on(answer.answered_on),
    answer.reviewed_on === null ? words.never_reviewed : words.reviewed_on(answer.reviewed_on),
    ...(answer.source === null ? [] : [answer.source]),
  ];
  return (
    <li className="border-t border-line py-3">
      <p className="font-[560] wrap-anywhere">
        <bdi>{answer.question}</bdi>
      </p>
      <p className="text-sm whitespace-pre-wrap wrap-anywhere line-clamp-4">
        <bdi>{answer.answer}</bdi>
      </p>
      <p className="text-xs text-dim mt-1 wrap-anywhere">{told.join(' · ')}</p>
      <p className="flex gap-2 mt-1.5">
        <Button small onClick={onChange} aria-label={words.change_this(answer.question)}>
          {words.change}
        </Button>
        <Button small look="quiet" onClick={onReviewed}>
          {words.still_holds}
        </Button>
      </p>
    </li>
  );
}
