import { useQuery } from '@tanstack/react-query';
import { useMatches, useNavigate } from '@tanstack/react-router';
import { createContext, useCallback, useContext } from 'react';
import type { InputOf, OperationName, OutputOf } from '../contract/operations.ts';
import { call } from './api.ts';
import type { Person, Workspace } from './types.ts';
import { forgetToasts } from './ui/toast.tsx';

/** Where one is, and who acts. */
export interface Place {
  workspace_id: string;
  workspace: Workspace | null;
  as: string;
  /** null for someone whom the chooser does not know. */
  me: Person | null;
  people: readonly Person[];
  /** How one stands here, in a workspace with accounts; null where the doors are open. */
  standing: Standing | null;
  /** A seller looks at what buyers see; nothing can be changed. */
  previews: boolean;
}

export type Standing = OutputOf<'callers.me'>;

export const PlaceContext = createContext<Place | null>(null);

/** The workspace one is in; only below its layout. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('A page of a workspace was drawn outside of one.');
  return place;
}

type Call = <N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options?: { signal?: AbortSignal; only_now?: boolean },
) => Promise<OutputOf<N>>;

/** Calls operations as the person who acts. */
export function useCall(): Call {
  const { as } = usePlace();
  return useCallback((name, input, options) => call(name, input, { ...options, as }), [as]);
}

export const useWorkspaces = () =>
  useQuery({ queryKey: ['workspaces'], queryFn: ({ signal }) => call('workspaces.list', {}, { signal }) });

/** The sellers of a workspace, and the buyers of a purchase where one is open. */
export const usePeople = (workspace_id: string, purchase_id: string | null) =>
  useQuery({
    queryKey: ['people', workspace_id, purchase_id],
    queryFn: ({ signal }) =>
      call('people.list', { params: { workspace_id }, query: purchase_id === null ? {} : { purchase_id } }, { signal }),
    placeholderData: (before) => before,
  });

/** Who one is in a workspace with accounts, and how one stands to the purchase that is open. */
export const useStanding = (workspace_id: string, purchase_id: string | null, enabled: boolean) =>
  useQuery({
    queryKey: ['standing', workspace_id, purchase_id],
    queryFn: ({ signal }) =>
      call('callers.me', { params: { workspace_id }, query: purchase_id === null ? {} : { purchase_id } }, { signal }),
    enabled,
    retry: false,
    placeholderData: (before) => before,
  });

const key = (workspace_id: string): string => `coassent.as.${workspace_id}`;

/** Who acted last in this tab, and the purchase they belong to if they are a buyer. */
export function keptActor(workspace_id: string): { person_id: string; purchase_id: string | null } | null {
  const kept = sessionStorage.getItem(key(workspace_id));
  if (kept === null) return null;
  const [person_id = '', purchase_id = ''] = kept.split(' ');
  return {
    person_id: decodeURIComponent(person_id),
    purchase_id: purchase_id === '' ? null : decodeURIComponent(purchase_id),
  };
}

export function keepActor(workspace_id: string, person_id: string, purchase_id: string | null): void {
  const words = [person_id, purchase_id ?? ''].map(encodeURIComponent);
  sessionStorage.setItem(key(workspace_id), words.join(' '));
}

/** Makes someone else act: written into the address, so that a link or another tab can differ. */
export function useActAs(): (person_id: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (person_id) => {
      // What one was offered to undo is not the next one's to undo.
      forgetToasts();
      void navigate({ to: '.', search: (before: object) => ({ ...before, as: person_id }) as never });
    },
    [navigate],
  );
}

/** The purchase that is open, if one is. */
export function useOpenPurchase(): string | null {
  const matches = useMatches();
  for (const match of matches) {
    const { purchase_id } = match.params as { purchase_id?: string };
    if (purchase_id !== undefined) return purchase_id;
  }
  return null;
}
