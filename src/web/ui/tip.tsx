import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

const GAP_PX = 8;
const EDGE_PX = 10;
const DELAY_MS = 120;

interface Shown {
  anchor: Element;
  content: ReactNode;
}

export interface Tip {
  /** Spread on every element that has something to say. */
  on: (content: ReactNode) => {
    onPointerEnter: (event: { currentTarget: Element; pointerType: string }) => void;
    onPointerLeave: () => void;
    onFocus: (event: { currentTarget: Element }) => void;
    onBlur: () => void;
    'aria-describedby': string;
  };
  hide: () => void;
  view: ReactNode;
}

/**
 * One tip shared by many small things (cells, bars, marks): shown on hover and focus, stays while the pointer is over it,
 * goes on Escape.
 */
export function useTip(): Tip {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const later = useCallback((next: Shown | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), DELAY_MS);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(null);
  }, []);
  useEffect(() => {
    if (shown === null) return;
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    addEventListener('keydown', key);
    addEventListener('scroll', hide, { passive: true });
    return () => {
      removeEventListener('keydown', key);
      removeEventListener('scroll', hide);
    };
  }, [shown, hide]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    hide,
    on: (content) => ({
      onPointerEnter: (event) => {
        if (event.pointerType !== 'touch') later({ anchor: event.currentTarget, content });
      },
      onPointerLeave: () => later(null),
      onFocus: (event) => {
        if (event.currentTarget.matches(':focus-visible')) setShown({ anchor: event.currentTarget, content });
      },
      onBlur: hide,
      'aria-describedby': id,
    }),
    view:
      shown === null
        ? null
        : createPortal(
            <Bubble id={id} shown={shown} keep={() => clearTimeout(timer.current)} leave={() => later(null)} />,
            document.body,
          ),
  };
}

interface BubbleProps {
  id: string;
  shown: Shown;
  keep: () => void;
  leave: () => void;
}

function Bubble({ id, shown, keep, leave }: BubbleProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect();
    if (box === undefined) return;
    const at = shown.anchor.getBoundingClientRect();
    const wished = at.left + at.width / 2 - box.width / 2;
    const left = Math.max(EDGE_PX, Math.min(innerWidth - box.width - EDGE_PX, wished));
    const above = at.top - box.height - GAP_PX;
    setPlace({ left, top: above > EDGE_PX ? above : at.bottom + GAP_PX });
  }, [shown]);
  return (
    <div
      ref={ref}
      id={id}
      role="tooltip"
      onPointerEnter={keep}
      onPointerLeave={leave}
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
      className="fixed z-50 max-w-[min(320px,calc(100vw-20px))] rounded-lg bg-ink text-bg px-3 py-2 text-xs leading-snug shadow-float"
    >
      {shown.content}
    </div>
  );
}
