import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { formatMoney } from '../../../catalogue/format.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { minorDigits } from '../../../core/value/case.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { atDate, useOpened } from '../purchase/write.ts';
import { AssumptionDialog } from './assumption-dialog.tsx';
import { BeginCase } from './begin.tsx';
import { CashFlowChart, HistogramChart, TornadoChart } from './charts.tsx';
import { CaseContext, type OpenCase, type Opened, useCase } from './context.ts';
import { CaseDocument } from './document.tsx';
import { DriverDialog } from './driver-dialog.tsx';
import { Headline } from './headline.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { type Draft, type ValuePage as Page, useLive } from './live.ts';
import { RealisedDialog, RealisedSection } from './realised.tsx';
import { CaseSheet } from './sheet.tsx';
import { OwnCaseCard, Scenarios, SharingCard } from './side.tsx';
import { TermsDialog } from './terms-dialog.tsx';

const ROUTE = '/w/$workspace_id/purchases/$purchase_id/value';

/** The value case of a purchase. */
export function ValuePage(): ReactNode {
  return (
    <PurchaseFrame title={words.title} dated>
      <LoadedCase />
    </PurchaseFrame>
  );
}

const caseKey = (workspace_id: string, purchase_id: string, as: string, as_of: string | null) => [
  ...['value', workspace_id, purchase_id, as],
  as_of,
];

function LoadedCase(): ReactNode {
  const { purchase_id } = useParams({ from: ROUTE });
  const { page: purchase } = useOpened();
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const query = useQuery({
    queryKey: caseKey(workspace_id, purchase_id, as, purchase.as_of),
    queryFn: ({ signal }) =>
      call('value.get', { params: { workspace_id, purchase_id }, query: atDate(purchase) }, { signal }),
  });
  if (query.isError) return <Trouble error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton className="h-64" />;
  return <OpenedCase key={`${purchase_id} ${as} ${purchase.as_of}`} page={query.data} />;
}

function OpenedCase({ page }: { page: Page }): ReactNode {
  const { page: purchase } = useOpened();
  const { workspace_id, as } = usePlace();
  const queries = useQueryClient();
  const [draft, setDrafts] = useState<Draft>(new Map());
  const [opened, setOpened] = useState<Opened | null>(null);
  const live = useLive(page, draft);
  const setDraft = useCallback((assumption_id: string, value: number | null) => {
    setDrafts((before) => {
      if (value === null && !before.has(assumption_id)) return before;
      const after = new Map(before);
      if (value === null) after.delete(assumption_id);
      else after.set(assumption_id, value);
      return after;
    });
  }, []);
  const self =
    purchase.people.find(({ person_id, left_at }) => person_id === as && left_at === null)?.person_id ?? null;
  const { currency } = page.terms;
  const { purchase_id } = purchase;
  const latest = useCallback(
    () => queries.getQueryData<Page>(caseKey(workspace_id, purchase_id, as, page.as_of)) ?? page,
    [queries, workspace_id, purchase_id, as, page],
  );
  const writing = useRef<Promise<boolean> | null>(null);
  const value = useMemo((): OpenCase => {
    const money = (amount: number): string => {
      const minor = live.minor(amount);
      // Nobody decides on cents of a value case.
      const whole = 10 ** minorDigits(currency);
      return formatMoney(Math.abs(minor) >= 100 * whole ? Math.round(minor / whole) * whole : minor, currency);
    };
    return { page, live, draft, setDraft, locked: page.read_only, self, money, open: setOpened, latest, writing };
  }, [page, live, draft, setDraft, self, currency, latest]);
  return (
    <CaseContext value={value}>
      {page.drivers.length === 0 && page.assumptions.length === 0 ? <BeginCase /> : <CaseBody />}
      {opened !== null && <OpenDialog opened={opened} onClose={() => setOpened(null)} />}
    </CaseContext>
  );
}

/** Charts stand beside a document, and below a sheet, which needs the width. */
const BESIDE = 'grid grid-cols-[minmax(0,1fr)_minmax(300px,400px)] max-lg:grid-cols-1 gap-x-7 gap-y-5';
const BELOW = 'grid grid-cols-[repeat(auto-fill,minmax(min(340px,100%),1fr))] gap-4 items-start';

function CaseBody(): ReactNode {
  const { page } = useCase();
  const { show, whose } = useSearch({ from: ROUTE });
  // Assumptions alone come to nothing: zeros would look like a result.
  const computed = page.drivers.length > 0;
  const own = whose === undefined ? null : page.own_cases.find(({ person_id }) => person_id === whose);
  const drivers = own === null ? null : new Set(own?.driver_ids ?? []);
  const assumptions =
    drivers === null
      ? null
      : new Set(page.drivers.filter(({ driver_id }) => drivers.has(driver_id)).flatMap(({ rests_on }) => rests_on));
  return (
    <div className="space-y-5">
      <p className="text-sm text-dim max-w-[70ch] print:hidden">{words.about}</p>
      {computed ? <Headline /> : <Empty title={words.no_drivers}>{words.no_drivers_about}</Empty>}
      <Toolbar />
      <div className={`${show === 'sheet' ? 'space-y-5' : BESIDE} print:block`}>
        <div className="min-w-0 space-y-5">
          {whose !== undefined && <OwnCaseCard person_id={whose} />}
          {show === 'sheet' ? <CaseSheet only={assumptions} /> : <CaseDocument only={drivers} />}
        </div>
        <div className={show === 'sheet' ? BELOW : 'min-w-0 space-y-4'}>
          {computed && (
            <>
              <RealisedSection />
              <CashFlowChart />
              <TornadoChart />
              <HistogramChart />
              <Scenarios />
              <SharingCard />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Toolbar(): ReactNode {
  const { page, locked, open } = useCase();
  const { page: purchase } = useOpened();
  const { workspace_id, as } = usePlace();
  const { show, whose } = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const { purchase_id } = page;
  const set = (more: object): void =>
    void navigate({ search: (before: object) => ({ ...before, ...more }) as never, replace: true, resetScroll: false });
  const save = (): void =>
    void download('value.sheet', { params: { workspace_id, purchase_id } }, 'value-case.xlsx', as).catch(sayError);
  const people = purchase.people.filter(({ active }) => active);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <fieldset className="flex gap-1.5">
        <legend className="sr-only">{words.views}</legend>
        <button type="button" className="chip" aria-pressed={show !== 'sheet'} onClick={() => set({ show: undefined })}>
          {words.document}
        </button>
        <button type="button" className="chip" aria-pressed={show === 'sheet'} onClick={() => set({ show: 'sheet' })}>
          {words.sheet}
        </button>
      </fieldset>
      <select
        aria-label={words.whose}
        className="pick"
        value={whose ?? ''}
        onChange={(event) => set({ whose: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{words.everyone}</option>
        {people.map(({ person_id, name }) => (
          <option key={person_id} value={person_id}>
            {words.for_person(name)}
          </option>
        ))}
      </select>
      <span className="grow" />
      {locked === null && (
        <>
          <Button small onClick={() => open({ what: 'driver', driver_id: null })}>
            {words.add_driver}
          </Button>
          <Button small onClick={() => open({ what: 'assumption', assumption_id: null })}>
            {words.add_assumption}
          </Button>
          <Button small onClick={() => open({ what: 'terms' })}>
            {words.terms}
          </Button>
          <Button small onClick={() => open({ what: 'import' })}>
            {words.import}
          </Button>
        </>
      )}
      <Button small onClick={save}>
        {words.download}
      </Button>
      <Button small onClick={() => print()}>
        {words.print}
      </Button>
    </div>
  );
}

function OpenDialog({ opened, onClose }: { opened: Opened; onClose: () => void }): ReactNode {
  const { page } = useCase();
  switch (opened.what) {
    case 'assumption': {
      const assumption = page.assumptions.find(({ assumption_id }) => assumption_id === opened.assumption_id) ?? null;
      return <AssumptionDialog assumption={assumption} symbol={opened.symbol ?? ''} onClose={onClose} />;
    }
    case 'driver':
      return (
        <DriverDialog
          driver={page.drivers.find(({ driver_id }) => driver_id === opened.driver_id) ?? null}
          onClose={onClose}
        />
      );
    case 'terms':
      return <TermsDialog onClose={onClose} />;
    case 'import':
      return <ImportDialog onClose={onClose} />;
    case 'realised':
      return <RealisedDialog onClose={onClose} />;
  }
}
