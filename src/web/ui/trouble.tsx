import type { ReactNode } from 'react';
import { common } from '../../catalogue/frame.ts';
import { isRefusal, Unreachable } from '../api.ts';
import { Button } from './button.tsx';

interface TroubleProps {
  error: unknown;
  retry?: () => void;
  children?: ReactNode;
}

/** Something did not work: the program's own sentence, its code, and a way on. */
export function Trouble({ error, retry, children }: TroubleProps): ReactNode {
  const text = error instanceof Error ? error.message : String(error);
  const title = error instanceof Unreachable ? common.offline : isRefusal(error) ? common.refused : common.broken;
  return (
    <div role="alert" className="card my-6 mx-auto max-w-xl border-warn/50">
      <p className="font-semibold">{title}</p>
      <p className="mt-1 text-sm wrap-anywhere">{text}</p>
      {isRefusal(error) && <p className="mt-1 text-2xs text-dim">{error.code}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {retry !== undefined && <Button onClick={retry}>{common.again}</Button>}
        {children}
      </div>
    </div>
  );
}
