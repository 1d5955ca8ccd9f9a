import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { formatAge, formatMoney, formatSpan } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/portfolio.ts';
import { links } from '../../links.ts';
import { RingRow } from '../../signs/ring.tsx';
import type { Row } from '../../types.ts';
import { usePlace } from '../../workspace.ts';

export const ROW_GRID =
  'grid grid-cols-[minmax(180px,1.1fr)_150px_minmax(200px,1.5fr)_88px_92px_96px_68px] gap-x-4 max-lg:grid-cols-[minmax(160px,1.2fr)_158px_minmax(160px,1.2fr)_84px_90px]';

export const ROW_LOOK =
  'absolute inset-x-0 top-0 items-center border-b border-line py-2 min-h-[60px] hover:bg-sunk/60 max-md:flex max-md:flex-wrap max-md:gap-y-1.5 max-md:py-3';

interface RowProps {
  row: Row;
  counted_to: string;
}

/** One purchase of the portfolio; on a phone a card. */
export function PurchaseRow({ row, counted_to }: RowProps): ReactNode {
  const { workspace_id, workspace } = usePlace();
  const opened = row.opened_at === null ? '' : formatAge(row.opened_at, counted_to);
  return (
    <>
      <td className="min-w-0 max-md:w-full">
        <p className="truncate font-[560]">
          <Link
            {...links.purchase(workspace_id, row.purchase_id)}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-acc focus-visible:after:-outline-offset-2 focus-visible:after:rounded"
          >
            <bdi>{row.name ?? words.unnamed}</bdi>
          </Link>
        </p>
        <p className="text-xs text-dim truncate">
          <bdi>{row.account_name ?? words.no_account}</bdi> · {words.people(row.people)}
          {row.simulated && workspace?.simulated !== true && ` · ${common.simulated}`}
        </p>
      </td>
      <td className="max-md:order-3 max-md:flex max-md:items-center max-md:gap-2">
        <RingRow rings={row.rings} />
        {row.held_since !== null && (
          <span className="block w-max mt-0.5 text-2xs text-acc font-[560]">
            {words.held_for(formatSpan(row.held_since, counted_to))}
          </span>
        )}
      </td>
      <td className="min-w-0 max-md:w-full max-md:order-2">
        <Why row={row} />
      </td>
      <td className="text-xs text-dim max-md:order-4">
        <span className="md:hidden">{words.columns.last_buyer}: </span>
        {row.last_buyer_at === null ? words.never : words.ago(formatSpan(row.last_buyer_at, counted_to))}
      </td>
      <td className="text-xs text-dim italic truncate max-md:order-5 max-md:max-w-40">
        {row.stage !== null && <bdi title={words.columns.stage}>{row.stage}</bdi>}
      </td>
      <td className="text-right whitespace-nowrap text-sm max-lg:hidden max-md:block max-md:order-6 max-md:text-xs">
        {row.amount === null ? '' : formatMoney(row.amount.amount_minor, row.amount.currency)}
      </td>
      <td className="text-right whitespace-nowrap text-xs text-dim max-lg:hidden">{opened}</td>
    </>
  );
}

/** The weightiest reason, the rest on demand. */
function Why({ row }: { row: Row }): ReactNode {
  const [open, setOpen] = useState(false);
  if (row.outcome !== null) return <p className="text-sm text-dim">{words.ended[row.outcome]}</p>;
  const [first, ...rest] = row.reasons;
  if (first === undefined) return <p className="text-sm text-dim">{words.no_help}</p>;
  return (
    <div className="text-[12.5px] leading-snug">
      <div className="flex items-center gap-2">
        <p className={open ? '' : 'line-clamp-2'}>{first.text}</p>
        {rest.length > 0 && !open && (
          <More n={rest.length} onOpen={() => setOpen(true)} title={rest.map((reason) => reason.text).join('\n')} />
        )}
      </div>
      {open && rest.map((reason) => <p key={reason.code}>{reason.text}</p>)}
      {open && (
        <button type="button" className="relative z-10 text-xs linklike" onClick={() => setOpen(false)}>
          {words.fewer}
        </button>
      )}
    </div>
  );
}

const More = ({ n, onOpen, title }: { n: number; onOpen: () => void; title: string }): ReactNode => (
  <button
    type="button"
    aria-expanded={false}
    aria-label={words.more_reasons(n)}
    title={title}
    className="relative z-10 shrink-0 rounded-full border border-line bg-panel px-1.5 text-2xs text-dim hover:text-ink hover:border-edge min-h-6 min-w-6"
    onClick={onOpen}
  >
    +{n}
  </button>
);
