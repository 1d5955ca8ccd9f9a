import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { reviewWords, retentionWords as words } from '../../../catalogue/records.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { ReviewList } from '../records/reviews.tsx';
import { useMembers } from './audit.tsx';

type Kept = OutputOf<'retention.get'>;

/** How long the workspace keeps things, and the texts to look through after an erasure. */
export function Retention(): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const params = { workspace_id };
  const members = useMembers();
  const kept = useQuery({
    queryKey: ['retention', workspace_id, as],
    queryFn: ({ signal }) => call('retention.get', { params }, { signal }),
  });
  return (
    <>
      <p className="text-sm text-dim max-w-prose">{words.about}</p>
      <p className="text-sm font-[560] mt-1 mb-3 max-w-prose">{words.never}</p>
      {kept.isError && <Trouble error={kept.error} retry={() => void kept.refetch()} />}
      {kept.data !== undefined && <Form key={kept.data.changed_at} kept={kept.data} />}
      <ReviewList
        queryKey={['reviews', workspace_id, as]}
        load={(signal) => call('reviews.list', { params }, { signal })}
        decide={(review_id, state) => call('reviews.put', { params: { ...params, review_id }, body: { state } })}
        nameOf={(id) => members.find((one) => one.person_id === id)?.name ?? reviewWords.someone}
      />
    </>
  );
}

const FIELDS = ['viewings_days', 'mails_days', 'uploads_days', 'spent_days', 'identities_months'] as const;

function Form({ kept }: { kept: Kept }): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(FIELDS.map((key) => [key, kept[key] === null ? '' : String(kept[key])])) as Record<
        (typeof FIELDS)[number],
        string
      >,
  );
  const put = useMutation({
    mutationFn: () => {
      const number = (key: keyof typeof values) => (values[key] === '' ? null : Number(values[key]));
      const body = {
        viewings_days: number('viewings_days'),
        mails_days: number('mails_days'),
        uploads_days: number('uploads_days'),
        spent_days: Number(values.spent_days),
        identities_months: number('identities_months'),
      };
      return call('retention.put', { params: { workspace_id }, body });
    },
    onSuccess: () => {
      say(words.saved);
      return queries.invalidateQueries({ queryKey: ['retention', workspace_id] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    put.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-4 max-w-prose">
      {FIELDS.map((key) => (
        <Text
          key={key}
          label={words.fields[key]}
          hint={key === 'spent_days' ? words.fields_about[key] : `${words.fields_about[key]} ${words.empty}`}
          type="number"
          min={1}
          max={key === 'identities_months' ? 240 : 3650}
          required={key === 'spent_days'}
          value={values[key]}
          onChange={(event) => setValues({ ...values, [key]: event.target.value })}
        />
      ))}
      <Button type="submit" look="primary" disabled={put.isPending}>
        {words.save}
      </Button>
    </form>
  );
}
