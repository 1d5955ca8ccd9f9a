import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { firstWords as words } from '../../../catalogue/portfolio.ts';
import { links } from '../../links.ts';
import { RingRow } from '../../signs/ring.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { useWorkspaces } from '../../workspace.ts';
import { DropZone } from '../import/drop-zone.tsx';

const ring = (job_id: string, agreed: number, indicated: 'none' | 'advanced') =>
  ({
    job_id,
    name: '',
    phase: 'decide',
    state: agreed === 1 ? 'complete' : 'working',
    agreed,
    shaken: 0,
    indicated,
  }) as const;
const SAMPLE = [ring('a', 1, 'none'), ring('b', 0.6, 'none'), ring('c', 0, 'advanced'), ring('d', 0, 'none')];

/** What an empty workspace says: how to begin. */
export function FirstRun({ onOpen }: { onOpen: () => void }): ReactNode {
  const demo = useWorkspaces().data?.workspaces.find((one) => one.simulated);
  return (
    <main id="page" className="wrap py-10 max-w-3xl">
      <div className="mb-4" aria-hidden>
        <RingRow rings={SAMPLE} size={32} />
      </div>
      <h1>{words.title}</h1>
      <p className="text-dim mt-1 mb-6">{words.about}</p>
      <section className="mb-5">
        <h2 className="!text-ink !text-base mb-0.5">{words.import}</h2>
        <p className="text-sm text-dim mb-2.5">{words.import_about}</p>
        <DropZone />
      </section>
      <div className="grid sm:grid-cols-2 gap-4">
        <section className="card flex flex-col gap-1">
          <h2 className="!text-ink !text-base">{words.open}</h2>
          <p className="text-sm text-dim grow">{words.open_about}</p>
          <div className="mt-2">
            <Button onClick={onOpen}>{words.open}</Button>
          </div>
        </section>
        {demo !== undefined && (
          <section className="card flex flex-col gap-1">
            <h2 className="!text-ink !text-base">{words.demo}</h2>
            <p className="text-sm text-dim grow">{words.demo_about}</p>
            <div className="mt-2">
              <Link {...links.portfolio(demo.workspace_id)} className={buttonLook()}>
                {words.demo}
              </Link>
            </div>
          </section>
        )}
      </div>
    </main>
  );
}
