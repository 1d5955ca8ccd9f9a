import { createRootRoute, createRoute, retainSearchParams } from '@tanstack/react-router';
import { LostPage } from './app/lost.tsx';
import { RootFrame } from './app/shell.tsx';
import { WorkspaceLayout } from './app/workspace-layout.tsx';
import { type RootSearch, rootSearch } from './searches.ts';

/** What surrounds every page. */
export const root = createRootRoute({
  component: RootFrame,
  notFoundComponent: LostPage,
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams<RootSearch>(['as', 'preview'])] },
});

/** What surrounds the pages of a workspace. */
export const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace_id',
  component: WorkspaceLayout,
});
