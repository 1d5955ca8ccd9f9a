import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { formatNumber, quoted } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words as importWords, mappingWords as words } from '../../../catalogue/import.ts';
import { links } from '../../links.ts';
import type { Preview, TrialReport } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { Activities } from './activities.tsx';
import { Columns } from './columns.tsx';
import { MappingFile } from './mapping-file.tsx';
import { Rest } from './rest.tsx';

export type Mapping = Preview['mapping'];
export type Change = (change: Partial<Mapping>) => void;

const SETTLE_MS = 450;

/** How one uploaded file is read: columns, activities, and what would come of it. */
export function MappingPage(): ReactNode {
  const { upload_id } = useParams({ from: '/w/$workspace_id/import/files/$upload_id' });
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const preview = useQuery({
    queryKey: ['upload', workspace_id, upload_id, as],
    queryFn: ({ signal }) => call('uploads.get', { params: { workspace_id, upload_id } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (preview.isPending) return <PageSkeleton />;
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <Link {...links.imports(workspace_id)} className="text-xs text-dim hover:text-ink">
        ← {importWords.back}
      </Link>
      {preview.isError ? (
        <Trouble error={preview.error} retry={() => void preview.refetch()} />
      ) : (
        <Editor preview={preview.data} />
      )}
    </main>
  );
}

function Editor({ preview }: { preview: Preview }): ReactNode {
  const [mapping, setMapping] = useState(preview.mapping);
  const change: Change = (part) => setMapping((before) => ({ ...before, ...part }));
  const trial = useTrial(preview.upload_id, mapping);
  const questions = trial.data?.questions ?? preview.questions;
  useEffect(() => {
    document.title = `${preview.file_name} · ${common.product}`;
  }, [preview.file_name]);
  return (
    <>
      <h1 className="mt-1.5 wrap-anywhere">{words.title(preview.file_name)}</h1>
      <p className="text-dim mt-0.5">
        {words.facts(preview.format, preview.size_bytes, preview.rows_seen, preview.complete)}
      </p>
      {preview.recognised !== null && (
        <p className="mt-2 text-sm rounded-lg bg-acc-soft px-3.5 py-2">{words.recognised(preview.recognised)}</p>
      )}
      {preview.known_as !== null && <p className="mt-2 text-sm rounded-lg bg-sunk px-3.5 py-2">{words.known}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)_300px] max-lg:grid-cols-1 gap-7 mt-5">
        <div className="min-w-0 space-y-7">
          <Questions questions={questions} />
          {preview.format !== 'coassent' && (
            <>
              <Columns preview={preview} mapping={mapping} change={change} />
              <Rest mapping={mapping} change={change} />
              <Activities preview={preview} mapping={mapping} change={change} />
            </>
          )}
        </div>
        <aside className="space-y-3.5">
          <Trial upload_id={preview.upload_id} mapping={mapping} trial={trial} />
          <MappingFile mapping={mapping} replace={setMapping} />
        </aside>
      </div>
    </>
  );
}

function useTrial(upload_id: string, mapping: Mapping) {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const [settled, setSettled] = useState(mapping);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(mapping), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [mapping]);
  return useQuery({
    queryKey: ['trial', workspace_id, upload_id, as, settled],
    queryFn: ({ signal }) =>
      call('previews.create', { params: { workspace_id, upload_id }, body: { mapping: settled } }, { signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Questions({ questions }: { questions: Preview['questions'] }): ReactNode {
  if (questions.length === 0) return null;
  return (
    <section className="card !border-warn/60 !bg-warn-soft">
      <h2 className="!text-ink mb-1">{words.questions}</h2>
      <ul className="list-disc pl-5 text-sm space-y-1">
        {questions.map((question) => (
          <li key={`${question.code} ${question.column}`}>{question.text}</li>
        ))}
      </ul>
    </section>
  );
}

interface TrialProps {
  upload_id: string;
  mapping: Mapping;
  trial: ReturnType<typeof useTrial>;
}

/** What would come of it, and the button that does it. */
function Trial({ upload_id, mapping, trial }: TrialProps): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => call('imports.create', { params: { workspace_id }, body: { upload_id, mapping } }),
    onSuccess: async (record) => {
      await queries.invalidateQueries({ queryKey: ['imports', workspace_id] });
      await navigate(links.import(workspace_id, record.import_id));
    },
    onError: sayError,
  });
  return (
    <section className="card !border-acc sticky top-16" aria-live="polite" aria-busy={trial.isFetching}>
      <h2 className="mb-1">{words.trial}</h2>
      {trial.isError && <p className="text-sm text-bad my-2 wrap-anywhere">{trial.error.message}</p>}
      {trial.data === undefined && !trial.isError && <p className="text-sm text-dim">{words.trial_busy}</p>}
      {trial.data !== undefined && !trial.isError && (
        <div className={trial.isPlaceholderData ? 'opacity-60' : ''}>
          <TrialNumbers report={trial.data} />
        </div>
      )}
      <Button
        look="primary"
        className="w-full mt-3"
        disabled={start.isPending || trial.isError}
        onClick={() => start.mutate()}
      >
        {start.isPending ? words.going : words.go}
      </Button>
    </section>
  );
}

function TrialNumbers({ report }: { report: TrialReport }): ReactNode {
  return (
    <>
      <p className="text-xs text-dim">{words.trial_about(report.rows)}</p>
      <dl className="grid grid-cols-2 gap-y-0.5 text-sm my-2">
        <dt>{words.purchases}</dt>
        <dd className="num font-semibold">{formatNumber(report.purchases)}</dd>
        <dt>{words.events}</dt>
        <dd className="num font-semibold">{formatNumber(report.events)}</dd>
        {(['bought', 'lost', 'no_decision', 'open'] as const).map((name) => (
          <div key={name} className="contents text-dim">
            <dt className="pl-3">{words.outcomes[name]}</dt>
            <dd className="num">{formatNumber(report.outcomes[name])}</dd>
          </div>
        ))}
      </dl>
      {report.refused.length === 0 ? (
        <p className="text-xs text-dim">{words.refused_none}</p>
      ) : (
        <details>
          <summary className="text-sm text-warn">{words.refused(report.refused.length)}</summary>
          <ul className="text-xs mt-1 space-y-1 max-h-52 overflow-y-auto">
            {report.refused.map((row) => (
              <li key={`${row.line} ${row.column}`} className="wrap-anywhere">
                {words.line(row.line)}: {row.column === null ? '' : `${row.column} `}
                {row.value === null ? '' : `${quoted(row.value)} `}
                {row.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
