import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isRefusal } from './api.ts';
import { takeUpLanguage } from './language.ts';
import { guardUnsent } from './outbox.ts';
import { ConflictDialog } from './pages/purchase/conflict-dialog.tsx';
import { router } from './routes.tsx';
import { SignDefs } from './signs/defs.tsx';
import { followTheme } from './theme.ts';
import { Toasts } from './ui/toast.tsx';

followTheme();
guardUnsent();
await takeUpLanguage();

// What a library adds as a style element carries the nonce of this page, or the browser would leave it out.
Object.assign(globalThis, { __webpack_nonce__: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce });

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; only a lost connection is worth another try.
      retry: (failures, error) => !isRefusal(error) && failures < 2,
    },
  },
});

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <SignDefs />
        <RouterProvider router={router} />
        <ConflictDialog />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
