import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDate, formatDateTime } from '../../../catalogue/format.ts';
import { roleWords } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase-brief.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { Card } from './card.tsx';
import { PurchaseFrame } from './frame.tsx';
import { useOpened } from './write.ts';

type Brief = OutputOf<'briefs.get'>;

/** For sellers: what is stuck, for whom, the one thing that would help, and what to know before a conversation. */
export function BriefPage(): ReactNode {
  return (
    <PurchaseFrame title={words.tab}>
      <Briefed />
    </PurchaseFrame>
  );
}

function Briefed(): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const params = { workspace_id, purchase_id: page.purchase_id };
  const brief = useQuery({
    queryKey: ['brief', workspace_id, page.purchase_id, as],
    queryFn: ({ signal }) => call('briefs.get', { params }, { signal }),
  });
  if (brief.isPending) return <Skeleton className="h-64" />;
  if (brief.isError) return <Trouble error={brief.error} retry={() => void brief.refetch()} />;
  const { stuck, people, open_questions, not_again } = brief.data;
  return (
    <div className="space-y-5">
      <header>
        <h1>{words.title}</h1>
        <p className="text-dim">{words.about}</p>
      </header>
      <div className="grid grid-cols-2 max-md:grid-cols-1 gap-3.5 items-start">
        <Stuck stuck={stuck} />
        <div className="space-y-3.5 min-w-0">
          <Changed brief={brief.data} />
          <Lines title={words.questions} none={words.questions_none} lines={open_questions} />
          <Lines title={words.not_again} none={words.not_again_none} lines={not_again} />
          <WhoMatters people={people} />
        </div>
      </div>
    </div>
  );
}

const Stuck = ({ stuck }: { stuck: Brief['stuck'] }): ReactNode => (
  <Card title={words.stuck}>
    {stuck.length === 0 && <p className="text-sm text-dim">{words.stuck_none}</p>}
    <ol className="divide-y divide-line">
      {stuck.map((job) => (
        <li key={job.job_id} className="py-2.5 first:pt-1 wrap-anywhere">
          <h3>{job.name}</h3>
          <p className="text-sm text-dim">
            {job.for_whom.length > 0 && `${words.for_whom(job.for_whom)} `}
            {job.why}
          </p>
          <p className="mt-1">
            <span className="text-xs text-acc font-[560]">{words.help}: </span>
            {job.help}
          </p>
          {job.helpers.length > 0 && <p className="text-xs text-dim">{words.helpers(job.helpers)}</p>}
        </li>
      ))}
    </ol>
  </Card>
);

function Changed({ brief: { news, last_conversation: last } }: { brief: Brief }): ReactNode {
  return (
    <Card title={words.changed}>
      <p className="text-xs text-dim mb-1 wrap-anywhere">
        {last === null ? words.changed_ever : words.changed_since(last.text, last.at)}
      </p>
      {news.items.length === 0 && <p className="text-sm">{words.changed_none}</p>}
      <ul className="text-sm divide-y divide-line">
        {news.items.map((item) => (
          <li key={`${item.at} ${item.text}`} className="py-1.5 wrap-anywhere">
            {item.text} <span className="text-xs text-dim whitespace-nowrap">{formatDateTime(item.at)}</span>
            {item.led_to.length > 0 && <span className="block text-xs text-dim">→ {item.led_to.join('; ')}</span>}
          </li>
        ))}
      </ul>
      {news.more > 0 && <p className="text-xs text-dim mt-1">{words.more(news.more)}</p>}
    </Card>
  );
}

function Lines({ title, none, lines }: { title: string; none: string; lines: Brief['not_again'] }): ReactNode {
  return (
    <Card title={title}>
      {lines.length === 0 && <p className="text-sm text-dim">{none}</p>}
      <ul className="text-sm space-y-1">
        {lines.map((line) => (
          <li key={line.text} className="wrap-anywhere">
            {line.text}
            {line.at !== null && <span className="text-xs text-dim"> {formatDate(line.at)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const WhoMatters = ({ people }: { people: Brief['people'] }): ReactNode => (
  <Card title={words.people}>
    {people.length === 0 && <p className="text-sm text-dim">{words.people_none}</p>}
    <ul className="text-sm space-y-1">
      {people.map((person) => (
        <li key={person.person_id} className="wrap-anywhere">
          <bdi className="font-[520]">{person.name}</bdi>{' '}
          <span className="text-xs text-dim">{person.roles.map((role) => roleWords[role]).join(', ')}</span>
          <span className="block text-dim">{person.stands}</span>
        </li>
      ))}
    </ul>
  </Card>
);
