import type { ReactNode } from 'react';

export function MappingPage(): ReactNode {
  return null;
}
