import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { common } from '../../catalogue/frame.ts';

export interface DialogProps {
  title: string;
  about?: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog; on a phone a sheet from below. */
export function DialogSheet({ title, about, open, onClose, wide = false, children }: DialogProps): ReactNode {
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={(now) => now || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/35" />
        <Radix.Content
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusAgain(opener.current);
          }}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
          className={`fixed z-50 bg-panel border border-line shadow-float rounded-xl overflow-y-auto max-h-[88vh] left-1/2 top-[7vh] -translate-x-1/2 w-[calc(100vw-32px)] ${wide ? 'max-w-3xl' : 'max-w-lg'} max-sm:top-auto max-sm:bottom-0 max-sm:w-full max-sm:rounded-b-none motion-safe:animate-[rise_120ms_ease-out]`}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-1">
            <div className="grow">
              <Radix.Title className="text-lg font-semibold tracking-tight text-ink">{title}</Radix.Title>
              {about !== undefined && (
                <Radix.Description className="text-dim text-sm mt-0.5">{about}</Radix.Description>
              )}
            </div>
            <Radix.Close className="text-dim hover:text-ink -mr-1.5 p-1.5 rounded-md" aria-label={common.close}>
              <X size={16} />
            </Radix.Close>
          </header>
          <div className="px-5 pb-5 pt-2">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Back to where one was; where that is gone, to the page, so that the keyboard does not start from the top. */
function focusAgain(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) {
    opener.focus();
    return;
  }
  const page = document.getElementById('page');
  page?.setAttribute('tabindex', '-1');
  page?.focus();
}
