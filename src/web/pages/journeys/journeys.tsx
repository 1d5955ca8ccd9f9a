import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { common, outcomeWords } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/journeys.ts';
import { filterEdges } from '../../../core/journey/filter.ts';
import { links } from '../../links.ts';
import { type JourneySearch, LENSES, type OutcomeFilter } from '../../searches.ts';
import type { JourneyGraph } from '../../types.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { JourneyMap } from './map.tsx';
import { TransitionTable, VariantTable } from './tables.tsx';

/** More edges than this cannot be followed by eye. */
const READABLE_EDGES = 26;
const LEAST_SHOWN = 15;

/** The largest share, in steps of five percent, that still draws few enough edges to read. */
function readableShare(graph: JourneyGraph): number {
  for (let percent = 100; percent > LEAST_SHOWN; percent -= 5) {
    if (filterEdges(graph, percent / 100).edges.length <= READABLE_EDGES) return percent;
  }
  return LEAST_SHOWN;
}

/** The first journey map: what follows what, how often and after how long. */
export function JourneysPage(): ReactNode {
  const search = useSearch({ from: '/w/$workspace_id/journeys' });
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const query = {
    lens: search.lens ?? (search.import_id === undefined ? 'jobs' : 'activities'),
    ...(search.outcome === undefined ? {} : { outcome: search.outcome }),
    ...(search.import_id === undefined ? {} : { import_id: search.import_id }),
  } as const;
  const graph = useQuery({
    queryKey: ['journeys', workspace_id, as, query],
    queryFn: ({ signal }) => call('journeys.get', { params: { workspace_id }, query }, { signal }),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  useEffect(() => {
    document.title = `${words.title} · ${common.product}`;
  }, []);
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <div className="flex flex-wrap items-baseline gap-3">
        <h1>{words.title}</h1>
        {graph.data !== undefined && (
          <span className="text-dim">{words.facts(graph.data.cases, graph.data.events)}</span>
        )}
      </div>
      <p className="text-dim text-sm mt-0.5 mb-3">{words.about}</p>
      <Filters search={search} lens={query.lens} />
      {graph.isPending && <Skeleton className="h-96" />}
      {graph.isError && <Trouble error={graph.error} retry={() => void graph.refetch()} />}
      {graph.data !== undefined &&
        (graph.data.edges.length === 0 ? (
          <Nothing />
        ) : (
          <Drawn graph={graph.data} stale={graph.isPlaceholderData} show={search.show ?? readableShare(graph.data)} />
        ))}
    </main>
  );
}

function useChange(): (change: { [K in keyof JourneySearch]?: JourneySearch[K] | undefined }) => void {
  const navigate = useNavigate({ from: '/w/$workspace_id/journeys' });
  return (change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true, resetScroll: false });
}

function Filters({ search, lens }: { search: JourneySearch; lens: (typeof LENSES)[number] }): ReactNode {
  const change = useChange();
  const outcomes: (OutcomeFilter | undefined)[] = [undefined, ...(Object.keys(outcomeWords) as OutcomeFilter[])];
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2 mb-3">
      <fieldset aria-label={words.lens} className="flex gap-1.5">
        {LENSES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={lens === one}
            onClick={() => change({ lens: one })}
          >
            {words.lenses[one]}
          </button>
        ))}
      </fieldset>
      <fieldset aria-label={words.outcome} className="flex flex-wrap gap-1.5">
        {outcomes.map((one) => (
          <button
            key={one ?? ''}
            type="button"
            className="chip"
            aria-pressed={search.outcome === one}
            onClick={() => change({ outcome: one })}
          >
            {one === undefined ? words.all : outcomeWords[one]}
          </button>
        ))}
        {search.import_id !== undefined && (
          <button
            type="button"
            className="chip"
            aria-pressed
            aria-label={words.remove}
            onClick={() => change({ import_id: undefined })}
          >
            {words.imported} <X size={12} aria-hidden />
          </button>
        )}
      </fieldset>
    </div>
  );
}

function Nothing(): ReactNode {
  const { workspace_id } = usePlace();
  return (
    <Empty title={words.empty}>
      <p>{words.empty_about}</p>
      <Link {...links.imports(workspace_id)} className={buttonLook('primary')}>
        {words.to_import}
      </Link>
    </Empty>
  );
}

function Drawn({ graph, stale, show }: { graph: JourneyGraph; stale: boolean; show: number }): ReactNode {
  const change = useChange();
  const [percent, setPercent] = useState(show);
  useEffect(() => setPercent(show), [show]);
  const filtered = useMemo(() => filterEdges(graph, percent / 100), [graph, percent]);
  const settle = (): void => change({ show: percent === readableShare(graph) ? undefined : percent });
  return (
    <div className={stale ? 'opacity-60' : ''}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <label className="flex items-center gap-2.5">
          <span className="text-dim text-xs">{words.slider}</span>
          <input
            type="range"
            min={5}
            max={100}
            value={percent}
            aria-valuetext={words.slider_value(percent)}
            onChange={(event) => setPercent(Number(event.target.value))}
            onPointerUp={settle}
            onKeyUp={settle}
            className="w-52 accent-acc"
          />
        </label>
        <span aria-live="polite">
          {words.showing(
            filtered.transitions.shown / Math.max(1, filtered.transitions.all),
            filtered.variants.shown,
            filtered.variants.all,
          )}
        </span>
        <Legend />
      </div>
      <JourneyMap graph={graph} edges={filtered.edges} />
      <TransitionTable graph={graph} />
      <VariantTable graph={graph} />
    </div>
  );
}

const Legend = (): ReactNode => (
  <span className="flex items-center gap-2 text-xs text-dim ml-auto max-sm:ml-0">
    {words.legend_fast}
    <span
      aria-hidden
      className="w-24 h-1.5 rounded-full"
      style={{ background: 'linear-gradient(90deg in oklab, var(--acc), var(--warn))' }}
    />
    {words.legend_slow}
  </span>
);
