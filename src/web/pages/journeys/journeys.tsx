import type { ReactNode } from 'react';

export function JourneysPage(): ReactNode {
  return null;
}
