import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../../../catalogue/purchase-start.ts';
import { useCall, usePlace } from '../../../workspace.ts';
import { Card } from '../card.tsx';
import { useOpened } from '../write.ts';

/** The supplier's people for this purchase, as both sides may know them. */
export function usePod() {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const params = { workspace_id, purchase_id: page.purchase_id };
  return useQuery({
    queryKey: ['pod', workspace_id, page.purchase_id],
    queryFn: ({ signal }) => call('pods.of_purchase', { params }, { signal }),
  });
}

/** Who of the supplier helps with what. */
export function Pod(): ReactNode {
  const pod = usePod().data;
  if (pod === undefined) return null;
  return (
    <Card title={words.pod(pod.brand.name)}>
      {pod.people.length === 0 && <p className="text-sm text-dim">{words.pod_none}</p>}
      <ul className="text-sm">
        {pod.people.map((person) => (
          <li key={person.person_id} className="py-0.5">
            <bdi className="font-[520]">{person.name}</bdi> <span className="text-dim">{words.helps(person.jobs)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
