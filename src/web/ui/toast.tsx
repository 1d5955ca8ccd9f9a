import { X } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { common } from '../../catalogue/frame.ts';

export interface Toast {
  id: number;
  text: string;
  bad: boolean;
  action: { label: string; run: () => void } | null;
}

const SHOWN_MS = 8_000;
let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(now: readonly Toast[]): void {
  toasts = now;
  for (const listener of listeners) listener();
}

const dismiss = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** Says something at the bottom of the page for a moment; what went wrong stays until it is closed. */
export function say(text: string, options: { bad?: boolean; action?: Toast['action'] } = {}): void {
  const toast = { id: next++, text, bad: options.bad ?? false, action: options.action ?? null };
  set([...toasts.slice(-3), toast]);
  if (!toast.bad) setTimeout(() => dismiss(toast.id), SHOWN_MS);
}

/** Takes all messages away, with what they offered. */
export const forgetToasts = (): void => set([]);

/** Says why something did not work. */
export const sayError = (error: unknown): void =>
  say(error instanceof Error ? error.message : String(error), { bad: true });

export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section
      aria-live="polite"
      aria-label={common.messages}
      className="fixed z-50 bottom-4 max-sm:bottom-16 left-1/2 -translate-x-1/2 flex flex-col gap-2 w-max max-w-[calc(100vw-24px)]"
    >
      {shown.map((toast) => (
        <div
          key={toast.id}
          className={`flex items-center gap-3 rounded-lg shadow-float pl-4 pr-2 py-2 text-sm motion-safe:animate-[rise_150ms_ease-out] ${toast.bad ? 'bg-bad-soft text-bad border border-bad/40' : 'bg-ink text-bg'}`}
        >
          <span className="max-w-[60ch]">{toast.text}</span>
          {toast.action !== null && (
            <button
              type="button"
              className="font-semibold underline underline-offset-2 px-1"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label={common.close}
            className="p-1.5 opacity-80"
            onClick={() => dismiss(toast.id)}
          >
            <X size={14} />
          </button>
        </div>
      ))}
    </section>
  );
}
