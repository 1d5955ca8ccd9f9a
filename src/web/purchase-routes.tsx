import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspace } from './root-route.tsx';
import {
  answersSearch,
  claimsSearch,
  datedSearch,
  filesSearch,
  logSearch,
  memoSearch,
  planSearch,
  purchaseSearch,
  recordedSearch,
  risksSearch,
  searchSearch,
  senseSearch,
  valueSearch,
} from './searches.ts';

const purchase = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id',
  validateSearch: purchaseSearch,
  component: lazyRouteComponent(() => import('./pages/purchase/purchase.tsx'), 'PurchasePage'),
});

const value = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/value',
  validateSearch: valueSearch,
  component: lazyRouteComponent(() => import('./pages/value/value.tsx'), 'ValuePage'),
});

const recorded = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/recorded',
  validateSearch: recordedSearch,
  component: lazyRouteComponent(() => import('./pages/records/recorded.tsx'), 'RecordedPage'),
});

const buyerLog = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/log',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./pages/records/buyer-log.tsx'), 'BuyerLogPage'),
});

const options = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/options',
  validateSearch: datedSearch,
  component: lazyRouteComponent(() => import('./pages/options/options.tsx'), 'OptionsPage'),
});

const purchaseStart = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/start',
  component: lazyRouteComponent(() => import('./pages/purchase/start/start.tsx'), 'StartOfPurchasePage'),
});

const purchaseBrief = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/brief',
  component: lazyRouteComponent(() => import('./pages/purchase/brief.tsx'), 'BriefPage'),
});

const claims = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/claims',
  validateSearch: claimsSearch,
  component: lazyRouteComponent(() => import('./pages/claims/claims.tsx'), 'ClaimsPage'),
});

const plan = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/plan',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('./pages/plan/plan.tsx'), 'PlanPage'),
});

const memo = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/memo',
  validateSearch: memoSearch,
  component: lazyRouteComponent(() => import('./pages/memo/memo.tsx'), 'MemoPage'),
});

const files = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/files',
  validateSearch: filesSearch,
  component: lazyRouteComponent(() => import('./pages/files/files.tsx'), 'FilesPage'),
});

const sense = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/sense',
  validateSearch: senseSearch,
  component: lazyRouteComponent(() => import('./pages/sense/sense.tsx'), 'SensePage'),
});

const answers = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/answers',
  validateSearch: answersSearch,
  component: lazyRouteComponent(() => import('./pages/answers/answers.tsx'), 'AnswersPage'),
});

const risks = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/risks',
  validateSearch: risksSearch,
  component: lazyRouteComponent(() => import('./pages/risks/risks.tsx'), 'RisksPage'),
});

const search = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/search',
  validateSearch: searchSearch,
  component: lazyRouteComponent(() => import('./pages/search/search.tsx'), 'SearchPage'),
});

/** The pages of a purchase. */
export const purchaseRoutes = [
  purchase,
  value,
  recorded,
  buyerLog,
  options,
  purchaseStart,
  purchaseBrief,
  claims,
  plan,
  memo,
  files,
  sense,
  answers,
  risks,
  search,
] as const;
