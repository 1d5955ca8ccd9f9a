import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/sense.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';

type Drafted = OutputOf<'summaries.create'>;

/** A summary that a text model drafts when asked, each sentence with what it rests on. Nobody else sees it, and it is not kept. */
export function Summary({ job_id, model }: { job_id: string; model: string }): ReactNode {
  const { workspace_id } = usePlace();
  const { page, locked } = useOpened();
  const call = useCall();
  const [drafted, setDrafted] = useState<Drafted | 'asked' | null>(null);
  // Of an earlier date the model would be told what is known now.
  if (locked !== null) return null;
  const { purchase_id } = page;
  const ask = async (): Promise<void> => {
    setDrafted('asked');
    try {
      setDrafted(await call('summaries.create', { params: { workspace_id, purchase_id, job_id }, body: {} }));
    } catch (error) {
      setDrafted(null);
      sayError(error);
    }
  };
  if (drafted === null || drafted === 'asked') {
    return (
      <p className="mb-4 print:hidden">
        <Button small disabled={drafted === 'asked'} onClick={() => void ask()}>
          {drafted === 'asked' ? words.drafting(model) : words.draft(model)}
        </Button>
      </p>
    );
  }
  return (
    <section aria-label={words.summary} className="card mb-5 p-3.5 text-sm">
      <h2>{words.summary}</h2>
      {drafted.drafted_by !== null && <p className="text-xs text-dim">{words.drafted_by(drafted.drafted_by)}</p>}
      <ul className="mt-1.5 space-y-1.5">
        {drafted.sentences.map(({ text, cites }) => (
          <li key={text} className="wrap-anywhere">
            <bdi>{text}</bdi>
            <span className="block text-xs text-dim">{cites.map((cite) => cite.text).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {drafted.said !== null && <p className="mt-1.5 text-xs text-dim">{drafted.said}</p>}
      <Button small look="quiet" className="-ml-2.5 mt-1 print:hidden" onClick={() => setDrafted(null)}>
        {words.put_away}
      </Button>
    </section>
  );
}
