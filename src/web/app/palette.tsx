import type { ReactNode } from 'react';

export function Palette(_props: { onClose: () => void }): ReactNode {
  return null;
}
