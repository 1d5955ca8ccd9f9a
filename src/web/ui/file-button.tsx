import type { ReactNode } from 'react';
import { buttonLook } from './button.tsx';

interface FileButtonProps {
  /** What the button says; it names the choice for screen readers as well. */
  children: ReactNode;
  /** Which files are offered, as `accept` of a file input. */
  accept: string;
  onFile: (file: File) => void;
  small?: boolean;
}

/** A button that lets one choose a file. Choosing the same file again is a choice too, as after mending it. */
export function FileButton({ children, accept, onFile, small = false }: FileButtonProps): ReactNode {
  return (
    <label
      className={`${buttonLook('plain', small)} max-sm:min-h-11 cursor-pointer focus-within:outline-2 focus-within:outline-acc`}
    >
      {children}
      <input
        type="file"
        className="sr-only"
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
