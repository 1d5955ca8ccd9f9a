import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { daysBetween, formatMoney } from '../../../catalogue/format.ts';
import { common, frame, ringWords } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase.ts';
import { headerWords } from '../../../catalogue/purchase-header.ts';
import { links } from '../../links.ts';
import { shortJob } from '../../signs/job-name.ts';
import { Ring, ringSentence } from '../../signs/ring.tsx';
import type { JobView, Ring as RingData } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Text } from '../../ui/field.tsx';
import { useTip } from '../../ui/tip.tsx';
import { usePlace } from '../../workspace.ts';
import { WhoIsHere } from './here.tsx';
import { useOpened, useWrite } from './write.ts';

/** What the purchase is, and its row of rings. */
export function PurchaseHeader(): ReactNode {
  const { page, locked } = useOpened();
  const { workspace_id, me } = usePlace();
  const [editing, setEditing] = useState(false);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pb-3">
      <div className="min-w-0 grow basis-80">
        <p className="text-xs text-dim flex flex-wrap items-center gap-x-1.5">
          {me?.side !== 'buyer' && (
            <>
              <Link {...links.portfolio(workspace_id)} className="hover:text-ink underline-offset-2 hover:underline">
                {frame.portfolio}
              </Link>
              <span aria-hidden>·</span>
            </>
          )}
          <bdi className="text-ink font-medium">{page.account_name ?? words.no_account}</bdi>
          {page.simulated && (
            <span title={common.simulated_about} className="rounded border border-line px-1.5 text-2xs ml-1">
              {common.simulated}
            </span>
          )}
        </p>
        <h1 className="mt-1.5 mb-0.5 wrap-anywhere">
          <bdi>{page.name ?? words.unnamed}</bdi>
          {locked === null && (
            <button
              type="button"
              onClick={() => setEditing(true)}
              aria-label={headerWords.edit}
              title={headerWords.edit}
              className="text-dim hover:text-ink p-1 ml-1 align-middle"
            >
              <Pencil size={14} />
            </button>
          )}
        </h1>
        <Facts />
        <div className="mt-1.5">
          <WhoIsHere />
        </div>
      </div>
      <Plates rings={page.rings} />
      {editing && <EditDialog onClose={() => setEditing(false)} />}
    </header>
  );
}

function Facts(): ReactNode {
  const { page } = useOpened();
  const facts: string[] = [];
  if (page.view === 'buyer') facts.push(words.shared_with_you);
  if (page.amount !== null) facts.push(formatMoney(page.amount.amount_minor, page.amount.currency));
  if (page.opened_at !== null)
    facts.push(words.day(daysBetween(page.opened_at, page.outcome?.at ?? page.counted_to) + 1));
  facts.push(words.people(page.people.filter((person) => person.active).length));
  if (page.outcome !== null) facts.push(words.ended[page.outcome.outcome]);
  return (
    <p className="text-dim">
      {facts.join(' · ')}
      {page.stage !== null && (
        <>
          {' · '}
          <span className="italic">{words.stage(page.stage.stage)}</span>
        </>
      )}
    </p>
  );
}

/** The rings large, each with its name and how it stands. */
function Plates({ rings }: { rings: readonly RingData[] }): ReactNode {
  const tip = useTip();
  const { page } = useOpened();
  if (rings.length === 0) return null;
  const large = rings.length <= 7;
  return (
    <ul className="flex flex-wrap gap-y-3 max-sm:w-full max-sm:grid max-sm:grid-cols-3" aria-label={headerWords.plates}>
      {rings.map((ring) => {
        const job = page.jobs.find((one) => one.job_id === ring.job_id);
        return (
          <li
            key={ring.job_id}
            {...tip.on(<RingTip ring={ring} sentence={job?.sentence ?? ''} />)}
            className={`${large ? 'w-[93px]' : 'w-[76px]'} max-sm:w-auto flex flex-col items-center text-center`}
          >
            <Ring ring={ring} size={large ? 53 : 42} />
            <span className="text-xs text-dim mt-1.5 leading-tight">
              <span className="sr-only">{ringSentence(ring)}</span>
              <span aria-hidden>{shortJob(ring.name)}</span>
            </span>
            <Standing ring={ring} job={job} />
          </li>
        );
      })}
      {tip.view}
    </ul>
  );
}

/** How a job stands, in two or three words below its ring; the mark is the strip's mark for a reopening. */
function Standing({ ring, job }: { ring: RingData; job: JobView | undefined }): ReactNode {
  const counted = job !== undefined && (ring.state === 'reopened' || ring.state === 'working');
  return (
    <span
      aria-hidden
      className={`text-2xs leading-tight flex items-center gap-1 ${ring.state === 'reopened' ? 'text-warn' : 'text-dim'}`}
    >
      {counted ? countWords(job) : ringWords[ring.state]}
      {ring.state === 'reopened' && (
        <svg width="5" height="10" viewBox="0 0 6 15" aria-hidden="true">
          <path d="M0.5,0 l5,7.5 l-5,7.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      )}
    </span>
  );
}

/** Enough may have agreed while those who have to have not. */
const countWords = (job: JobView): string =>
  job.given < Math.max(1, job.needed)
    ? headerWords.of(job.given, Math.max(1, job.needed))
    : headerWords.waits(job.missing.length);

const RingTip = ({ ring, sentence }: { ring: RingData; sentence: string }): ReactNode => (
  <>
    <b className="font-semibold">{ringSentence(ring)}</b>
    <br />
    <q className="opacity-80">{sentence}</q>
  </>
);

function EditDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const [name, setName] = useState(page.name ?? '');
  const [amount, setAmount] = useState(page.amount === null ? '' : String(page.amount.amount_minor / 100));
  const [currency, setCurrency] = useState(page.amount?.currency ?? 'EUR');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    let fine = true;
    if (name.trim() !== '' && name !== page.name)
      fine = await write('name.put', {}, { name: name.trim() }, { said: headerWords.renamed });
    const amount_minor = Math.round(Number(amount) * 100);
    const changed = amount_minor !== page.amount?.amount_minor || currency !== page.amount.currency;
    if (fine && amount.trim() !== '' && changed)
      fine = await write('amount.put', {}, { amount_minor, currency }, { said: headerWords.amount_changed });
    if (fine) onClose();
  };
  return (
    <Dialog title={headerWords.edit} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Text
          label={headerWords.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={300}
        />
        <div className="grid grid-cols-[1fr_96px] gap-3">
          <Text
            label={headerWords.amount}
            type="number"
            step="0.01"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
          <Text
            label={headerWords.currency}
            value={currency}
            onChange={(event) => setCurrency(event.target.value.toUpperCase())}
            pattern="[A-Z]{3}"
            maxLength={3}
            required
          />
        </div>
        <div className="flex justify-end gap-2 pt-1">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
