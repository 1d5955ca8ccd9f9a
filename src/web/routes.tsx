import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { CrashPage, LostPage } from './app/lost.tsx';
import { RootFrame } from './app/shell.tsx';
import { WorkspaceLayout } from './app/workspace-layout.tsx';
import {
  claimsSearch,
  filesSearch,
  journeySearch,
  logSearch,
  memoSearch,
  parseSearch,
  portfolioSearch,
  purchaseSearch,
  type RootSearch,
  recordedSearch,
  rootSearch,
  senseSearch,
  settingsSearch,
  signInSearch,
  signSearch,
  stringifySearch,
  tokenSearch,
  valueSearch,
} from './searches.ts';
import { PageSkeleton } from './ui/skeleton.tsx';

const root = createRootRoute({
  component: RootFrame,
  notFoundComponent: LostPage,
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams<RootSearch>(['as'])] },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/start/start.tsx'), 'StartPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./pages/account/sign-in.tsx'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: signSearch,
  component: lazyRouteComponent(() => import('./pages/account/sign.tsx'), 'SignUpPage'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('./pages/account/sign.tsx'), 'VerifyPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('./pages/account/sign.tsx'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('./pages/account/sign.tsx'), 'ResetPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account.tsx'), 'AccountPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$workspace_id/$token',
  component: lazyRouteComponent(() => import('./pages/account/account.tsx'), 'InvitationPage'),
});

const pass = createRoute({
  getParentRoute: () => root,
  path: '/enter/$workspace_id/$token',
  component: lazyRouteComponent(() => import('./pages/enter/enter.tsx'), 'PassPage'),
});

const door = createRoute({
  getParentRoute: () => root,
  path: '/r/$workspace_id/$purchase_id',
  component: lazyRouteComponent(() => import('./pages/enter/enter.tsx'), 'DoorPage'),
});

const rooms = createRoute({
  getParentRoute: () => root,
  path: '/rooms',
  component: lazyRouteComponent(() => import('./pages/rooms/rooms.tsx'), 'RoomsPage'),
});

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./pages/mailbox/mailbox.tsx'), 'MailboxPage'),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace_id',
  component: WorkspaceLayout,
});

const workspaceIndex = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspace_id/purchases', params });
  },
});

const portfolio = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('./pages/portfolio/portfolio.tsx'), 'PortfolioPage'),
});

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

const sense = createRoute({
  getParentRoute: () => workspace,
  path: 'purchases/$purchase_id/sense',
  validateSearch: senseSearch,
  component: lazyRouteComponent(() => import('./pages/sense/sense.tsx'), 'SensePage'),
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

const imports = createRoute({
  getParentRoute: () => workspace,
  path: 'import',
  component: lazyRouteComponent(() => import('./pages/import/import.tsx'), 'ImportPage'),
});

const uploaded = createRoute({
  getParentRoute: () => workspace,
  path: 'import/files/$upload_id',
  component: lazyRouteComponent(() => import('./pages/import/mapping.tsx'), 'MappingPage'),
});

const imported = createRoute({
  getParentRoute: () => workspace,
  path: 'import/$import_id',
  component: lazyRouteComponent(() => import('./pages/import/report.tsx'), 'ReportPage'),
});

const journeys = createRoute({
  getParentRoute: () => workspace,
  path: 'journeys',
  validateSearch: journeySearch,
  component: lazyRouteComponent(() => import('./pages/journeys/journeys.tsx'), 'JourneysPage'),
});

const settings = createRoute({
  getParentRoute: () => workspace,
  path: 'settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('./pages/settings/settings.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    signUp,
    verify,
    forgot,
    reset,
    account,
    invitation,
    pass,
    door,
    rooms,
    mailbox,
    workspace.addChildren([
      workspaceIndex,
      portfolio,
      purchase,
      value,
      recorded,
      buyerLog,
      options,
      purchaseStart,
      purchaseBrief,
      claims,
      sense,
      memo,
      files,
      imports,
      uploaded,
      imported,
      journeys,
      settings,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
