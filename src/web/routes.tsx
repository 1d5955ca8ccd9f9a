import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { CrashPage } from './app/lost.tsx';
import { purchaseRoutes } from './purchase-routes.tsx';
import { root, workspace } from './root-route.tsx';
import {
  journeySearch,
  parseSearch,
  portfolioSearch,
  settingsSearch,
  signInSearch,
  signSearch,
  stringifySearch,
  tokenSearch,
} from './searches.ts';
import { PageSkeleton } from './ui/skeleton.tsx';

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

const stop = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$workspace_id/$token',
  component: lazyRouteComponent(() => import('./pages/stop/stop.tsx'), 'StopPage'),
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
    stop,
    workspace.addChildren([
      workspaceIndex,
      ...purchaseRoutes,
      portfolio,
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
