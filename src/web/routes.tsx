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
  journeySearch,
  parseSearch,
  portfolioSearch,
  purchaseSearch,
  type RootSearch,
  rootSearch,
  settingsSearch,
  stringifySearch,
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
    workspace.addChildren([workspaceIndex, portfolio, purchase, imports, uploaded, imported, journeys, settings]),
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
