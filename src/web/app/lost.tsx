import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { common } from '../../catalogue/frame.ts';
import { links } from '../links.ts';
import { RingRow } from '../signs/ring.tsx';
import { buttonLook } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Trouble } from '../ui/trouble.tsx';

const hollow = (job_id: string) =>
  ({ job_id, name: '', phase: 'decide', state: 'none', agreed: 0, shaken: 0, indicated: 'none' }) as const;

export function LostPage(): ReactNode {
  return (
    <main id="page" className="wrap">
      <Empty title={common.not_found} sign={<RingRow rings={['a', 'b', 'c'].map(hollow)} />}>
        <p>{common.not_found_about}</p>
        <Link {...links.start()} className={buttonLook('primary')}>
          {common.to_start}
        </Link>
      </Empty>
    </main>
  );
}

/** What is shown instead of a page whose drawing failed. */
export function CrashPage({ error, reset }: ErrorComponentProps): ReactNode {
  return (
    <main id="page" className="wrap">
      <Trouble error={error} retry={reset}>
        <Link {...links.start()} className={buttonLook('quiet')}>
          {common.to_start}
        </Link>
      </Trouble>
    </main>
  );
}
