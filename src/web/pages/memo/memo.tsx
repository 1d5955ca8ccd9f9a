import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { memoFrame } from '../../../catalogue/memo-document.ts';
import { MEMO_SECTIONS } from '../../../core/memo/model.ts';
import { download } from '../../api.ts';
import type { MemoSearch } from '../../searches.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Tick } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { MemoSheet } from './sheet.tsx';
import './print.css';
import { words } from '../../../catalogue/memo.ts';

const ROUTE = '/w/$workspace_id/purchases/$purchase_id/memo';
const PEOPLE = ['names', 'counts', 'none'] as const;

/** The board memo: how it will look, what is in it, and the ways to take it along. */
export function MemoPage(): ReactNode {
  return (
    <PurchaseFrame title={words.tab}>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const { page } = useOpened();
  if (page.view === 'buyer') return <OpenMemo />;
  return <Empty title={words.buyers_only}>{words.buyers_only_about}</Empty>;
}

/** What is wanted of the memo, as the address says it. */
function useWish() {
  const { people = 'counts', sections } = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const chosen =
    sections === undefined ? [...MEMO_SECTIONS] : MEMO_SECTIONS.filter((one) => sections.split(',').includes(one));
  const wish = (more: MemoSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...more }), replace: true, resetScroll: false });
  return { people, chosen, wish, query: { people, ...(sections !== undefined && { sections: chosen.join(',') }) } };
}

function OpenMemo(): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { chosen, query } = useWish();
  const { purchase_id } = page;
  const memo = useQuery({
    queryKey: ['memo', workspace_id, purchase_id, as, query],
    queryFn: ({ signal }) => call('memos.get', { params: { workspace_id, purchase_id }, query }, { signal }),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_16rem] max-lg:grid-cols-1 gap-6 items-start">
      <aside className="card lg:order-2 print:hidden" aria-label={words.choose}>
        <Take />
        <Choose />
      </aside>
      <div className="min-w-0">
        {chosen.length === 0 && <Empty title={words.no_section} />}
        {memo.isPending && chosen.length > 0 && <Skeleton className="h-96" />}
        {memo.isError && <Trouble error={memo.error} retry={() => void memo.refetch()} />}
        {memo.data !== undefined && chosen.length > 0 && <MemoSheet memo={memo.data} />}
      </div>
    </div>
  );
}

function Take(): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const { chosen, query } = useWish();
  const [making, setMaking] = useState(false);
  const save = (format: 'pdf' | 'md'): void => {
    const params = { workspace_id, purchase_id: page.purchase_id };
    const name = `board-memo.${format}`;
    setMaking(true);
    download('memo_files.get', { params, query: { ...query, format } }, name, as)
      .then(() => say(words.made(name)), sayError)
      .finally(() => setMaking(false));
  };
  const off = making || chosen.length === 0;
  return (
    <div>
      <p className="text-xs text-dim">{words.about}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" className="max-sm:min-h-11" disabled={off} onClick={() => save('pdf')}>
          {words.pdf}
        </Button>
        <Button className="max-sm:min-h-11" disabled={off} onClick={() => save('md')}>
          {words.md}
        </Button>
        <Button className="max-sm:min-h-11" disabled={off} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <p role="status" className="text-xs text-dim mt-1.5 min-h-4">
        {making ? words.making : ''}
      </p>
    </div>
  );
}

function Choose(): ReactNode {
  const { people, chosen, wish } = useWish();
  const toggle = (section: (typeof MEMO_SECTIONS)[number]): void => {
    const after = MEMO_SECTIONS.filter((one) => chosen.includes(one) !== (one === section));
    wish({ sections: after.length === MEMO_SECTIONS.length ? undefined : after.join(',') || 'none' });
  };
  return (
    <>
      <fieldset className="mt-3 border-t border-line pt-3">
        <legend className="float-left w-full text-xs text-dim mb-1.5">{words.people}</legend>
        {PEOPLE.map((one) => (
          <label key={one} className="flex items-center gap-2 text-sm py-1 max-sm:py-2 cursor-pointer clear-left">
            <input
              type="radio"
              name="people"
              className="size-4 accent-acc"
              checked={people === one}
              onChange={() => wish({ people: one === 'counts' ? undefined : one })}
            />
            {words.people_as[one]}
          </label>
        ))}
      </fieldset>
      <fieldset className="mt-3 border-t border-line pt-3">
        <legend className="float-left w-full text-xs text-dim mb-1.5">{words.sections}</legend>
        <div className="clear-left space-y-2.5 max-sm:space-y-3.5">
          {MEMO_SECTIONS.map((one) => (
            <Tick key={one} checked={chosen.includes(one)} onChange={() => toggle(one)}>
              {memoFrame.sections[one]}
            </Tick>
          ))}
        </div>
      </fieldset>
    </>
  );
}
