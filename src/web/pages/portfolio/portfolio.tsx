import type { ReactNode } from 'react';

export function PortfolioPage(): ReactNode {
  return null;
}
