import type { ReactNode } from 'react';
import { formatDateTime, quoted } from '../../../catalogue/format.ts';
import { signWords } from '../../../catalogue/frame.ts';
import { matrixWords as words } from '../../../catalogue/purchase.ts';
import type { Cell, JobView, Stakeholder } from '../../types.ts';
import { usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

interface CellDetailProps {
  person: Stakeholder;
  job: JobView;
  cell: Cell | undefined;
  /** In a popover: with the job's sentence and who may change it. */
  long?: boolean;
}

/** What stands behind a sign: when, why, how sure, what shook it. */
export function CellDetail({ person, job, cell, long = false }: CellDetailProps): ReactNode {
  const { me } = usePlace();
  const { locked } = useOpened();
  return (
    <div className="space-y-1">
      <p>
        <b className="font-semibold">
          <bdi>{person.name}</bdi> · {job.name}
        </b>
      </p>
      {long && <p className="italic opacity-85">{quoted(job.sentence)}</p>}
      <p>
        {signWords[cell?.sign ?? 'none']}
        {cell?.at != null && <> · {formatDateTime(cell.at)}</>}
        {cell?.by != null && <> · {words.by(cell.by)}</>}
        {cell?.confidence != null && <> · {words.confidence(cell.confidence)}</>}
      </p>
      {cell?.reason != null && cell.reason !== '' && <p className="wrap-anywhere">{quoted(cell.reason)}</p>}
      {cell?.private_reason != null && (
        <p className="wrap-anywhere">
          {quoted(cell.private_reason)} <span className="opacity-70">({words.private})</span>
        </p>
      )}
      {cell !== undefined && cell.shaken_by.length > 0 && (
        <ul className="opacity-90">
          {cell.shaken_by.map((cause) => (
            <li key={cause.event_id}>
              {words.shaken_by}: {cause.text}, {formatDateTime(cause.at)}
            </li>
          ))}
        </ul>
      )}
      {long && locked === null && (
        <p className="text-xs text-dim pt-1">
          {words.read_only_cell} {me?.side === 'seller' ? words.act_as_hint : ''}
        </p>
      )}
    </div>
  );
}
