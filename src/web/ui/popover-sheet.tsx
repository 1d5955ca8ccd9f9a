import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';

export interface PopoverProps {
  label: string;
  anchor: RefObject<HTMLElement | SVGElement | null>;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Something small that belongs to the thing it was opened from; Escape or a click elsewhere closes it. */
export function PopoverSheet({ label, anchor, open, onClose, children }: PopoverProps): ReactNode {
  return (
    <Radix.Root open={open} onOpenChange={(now) => now || onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          sideOffset={8}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className="z-40 w-[352px] max-w-[calc(100vw-24px)] bg-panel border border-line rounded-xl shadow-float p-4 text-sm motion-safe:animate-[rise_120ms_ease-out]"
        >
          {children}
          <Radix.Arrow className="fill-panel" />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
