import { type ReactNode, useState } from 'react';
import { formatDate, formatMoney, formatNumber, formatShare, formatSpan } from '../../../catalogue/format.ts';
import { channelWords } from '../../../catalogue/frame.ts';
import { sideWords as words } from '../../../catalogue/purchase.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { sayError } from '../../ui/toast.tsx';
import { usePlace } from '../../workspace.ts';
import { Card } from './card.tsx';
import { Contradictions } from './contradictions.tsx';
import { OutcomeCard } from './outcome.tsx';
import { RoomCard } from './room.tsx';
import { Rules } from './rules.tsx';
import { TouchDialog } from './touch-dialog.tsx';
import { useOpened } from './write.ts';

/** What stands beside the matrix: the one thing that would help, rules, held, contradictions, touches, what the CRM says. */
export function Side(): ReactNode {
  const { page } = useOpened();
  const { workspace_id, as } = usePlace();
  const { purchase_id } = page;
  const save = () =>
    void download(
      'archives.get',
      { params: { workspace_id, purchase_id } },
      `${page.name ?? purchase_id}.zip`,
      as,
    ).catch(sayError);
  return (
    <aside className="space-y-3.5 max-lg:grid max-lg:grid-cols-2 max-lg:gap-3.5 max-lg:space-y-0 max-sm:grid-cols-1 items-start">
      <Help />
      <RoomCard />
      <Rules />
      <Held />
      <Contradictions />
      <Touches />
      <OutcomeCard />
      <Crm />
      <Button look="quiet" small onClick={save}>
        {words.export}
      </Button>
    </aside>
  );
}

function Help(): ReactNode {
  const { page } = useOpened();
  const { most, reasons } = page.help;
  const idle = most === null && reasons.length === 0;
  const rest = reasons.filter((reason) => reason.text !== most);
  if (page.outcome !== null) return null;
  return (
    <section className={`card ${idle ? '' : '!bg-acc-soft !border-acc'}`}>
      <h2 className={`mb-1 ${idle ? '' : '!text-acc-dim'}`}>{words.help}</h2>
      {idle && <p className="text-sm">{words.help_none}</p>}
      {most !== null && <p className="font-semibold leading-snug wrap-anywhere">{most}</p>}
      {rest.length > 0 && (
        <ul className="mt-1.5 space-y-1 text-sm">
          {rest.map((reason) => (
            <li key={reason.code} className="wrap-anywhere">
              {reason.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Held(): ReactNode {
  const { page } = useOpened();
  const now = page.held.at(-1);
  const spans = page.held.map((one) => Date.parse(one.to ?? page.counted_to) - Date.parse(one.from));
  const longest = Math.max(0, ...spans);
  const near = page.nearest;
  return (
    <Card title={words.held}>
      {now?.to === null ? (
        <p className="text-sm font-[560] text-acc">{words.held_now(formatDate(now.from))}</p>
      ) : (
        <p className="text-sm">
          {page.held.length > 0 ? words.held_times(page.held.length, formatSpan(0, longest)) : words.held_never}{' '}
          {page.held.length === 0 &&
            near !== null &&
            near.complete > 0 &&
            words.nearest(near.complete, near.of, formatDate(near.from), near.ended?.text ?? null)}
        </p>
      )}
    </Card>
  );
}

function Touches(): ReactNode {
  const { page, locked } = useOpened();
  const [adding, setAdding] = useState(false);
  const { touches } = page;
  const most = Math.max(1, ...touches.by_channel.map((one) => one.count));
  return (
    <Card title={`${words.touches} · ${formatNumber(touches.count)}`}>
      {touches.count === 0 ? (
        <p className="text-sm">{words.no_touches}</p>
      ) : (
        <>
          <ul className="space-y-0.5 my-1">
            {touches.by_channel.map((one) => (
              <li key={one.channel} className="grid grid-cols-[84px_1fr_auto] items-center gap-2 text-xs">
                <span>{channelWords[one.channel]}</span>
                <span className="h-1.5 rounded-full bg-acc/70" style={{ width: `${(100 * one.count) / most}%` }} />
                <span className="text-dim">{formatNumber(one.count)}</span>
              </li>
            ))}
          </ul>
          <p className="text-xs text-dim">
            {touches.last_buyer_at === null
              ? words.last_buyer_never
              : words.last_buyer(formatSpan(touches.last_buyer_at, page.counted_to))}
          </p>
        </>
      )}
      {locked === null && (
        <Button look="quiet" small className="-ml-2.5 mt-0.5" onClick={() => setAdding(true)}>
          {words.record_touch}
        </Button>
      )}
      {adding && <TouchDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Crm(): ReactNode {
  const { page } = useOpened();
  if (page.view === 'buyer' && page.stage === null) return null;
  return (
    <Card title={words.crm}>
      {page.stage === null ? (
        <p className="text-sm text-dim">{words.crm_none}</p>
      ) : (
        <p className="text-sm">
          <span className="italic">{page.stage.stage}</span>
          <span className="text-xs text-dim block">
            {formatDate(page.stage.at)}
            {page.stage.odds === null ? '' : ` · ${words.crm_odds(formatShare(page.stage.odds))}`}
          </span>
        </p>
      )}
      {page.net_value !== null && (
        <p className="text-xs text-dim mt-1">
          {words.net_value(formatMoney(page.net_value.amount_minor, page.net_value.currency))}
        </p>
      )}
    </Card>
  );
}
