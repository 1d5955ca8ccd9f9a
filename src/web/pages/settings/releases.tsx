import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { formatDate, formatNumber, formatShare } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { releaseWords as words } from '../../../catalogue/settings.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';

type Job = OutputOf<'releases.list'>['jobs'][number];

/** What buyers keep to themselves, in sum: the fixed weekly figures, job by job. */
export function Releases(): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const releases = useQuery({
    queryKey: ['releases', workspace_id],
    queryFn: ({ signal }) => call('releases.list', { params: { workspace_id } }, { signal }),
  });
  if (releases.isPending) return <Skeleton className="h-64" />;
  if (releases.isError) return <Trouble error={releases.error} retry={() => void releases.refetch()} />;
  const { jobs, pulse, next_at } = releases.data;
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      {jobs.length === 0 ? <Empty title={words.none}>{words.rule}</Empty> : <Figures jobs={jobs} />}
      {pulse.length > 0 && <Pulse pulse={pulse} />}
      <p className="text-xs text-dim mt-3">{words.next(formatDate(next_at))}</p>
    </>
  );
}

function Figures({ jobs }: { jobs: readonly Job[] }): ReactNode {
  const rule = useId();
  const save = (): void =>
    saveCsv(
      [
        ['job', 'week', 'people', 'agrees', 'at_it', 'withholds', 'confidence', 'confidence_people', 'confidence_week'],
        ...jobs.map((one) => [
          ...[one.job, one.week, one.people, one.agrees, one.at_it, one.withholds],
          ...[one.confidence?.mean ?? null, one.confidence?.people ?? null, one.confidence?.week ?? null],
        ]),
      ],
      'kept-private.csv',
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by the keyboard */}
      <section aria-label={words.title} className="overflow-x-auto" tabIndex={0}>
        <table className="list-table" aria-describedby={rule}>
          <thead>
            <tr>
              <th scope="col">{words.job}</th>
              <th scope="col">{words.week}</th>
              <th scope="col" className="num">
                {words.people}
              </th>
              <th scope="col" className="num">
                {words.agrees}
              </th>
              <th scope="col" className="num">
                {words.at_it}
              </th>
              <th scope="col" className="num">
                {words.withholds}
              </th>
              <th scope="col" className="num">
                {words.confidence}
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((one) => (
              <tr key={one.job_id}>
                <td>{one.job}</td>
                <td className="whitespace-nowrap">{one.week}</td>
                <td className="num">{one.people}</td>
                <td className="num">{formatShare(one.agrees)}</td>
                <td className="num">{formatShare(one.at_it)}</td>
                <td className="num">{formatShare(one.withholds)}</td>
                <td className="num">{confidenceOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p id={rule} className="text-xs text-dim mt-3 max-w-prose">
        {words.rule}
      </p>
      <Button className="mt-3" onClick={save}>
        {common.csv}
      </Button>
    </>
  );
}

/** What people answered when asked how buying is for them. */
const Pulse = ({ pulse }: { pulse: OutputOf<'releases.list'>['pulse'] }): ReactNode => (
  <section aria-label={words.pulse} className="mt-5 overflow-x-auto">
    <h2 className="mb-1">{words.pulse}</h2>
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <th scope="col">{words.week}</th>
          <th scope="col" className="num">
            {words.people}
          </th>
          <th scope="col" className="num">
            {words.mean}
          </th>
        </tr>
      </thead>
      <tbody>
        {pulse.map((one) => (
          <tr key={one.item}>
            <td>{one.text}</td>
            <td className="whitespace-nowrap">{one.week}</td>
            <td className="num">{one.people}</td>
            <td className="num">{formatNumber(one.mean)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <Button className="mt-3" onClick={() => savePulse(pulse)}>
      {common.csv}
    </Button>
  </section>
);

const savePulse = (pulse: OutputOf<'releases.list'>['pulse']): void =>
  saveCsv(
    [['item', 'week', 'people', 'mean'], ...pulse.map((one) => [one.item, one.week, one.people, one.mean])],
    'pulse.csv',
  );

const confidenceOf = ({ confidence, week }: Job): string => {
  if (confidence === null) return words.too_few;
  const told = words.of_people(formatNumber(Math.round(confidence.mean * 10) / 10), confidence.people);
  return confidence.week === week ? told : words.of_week(told, confidence.week);
};
