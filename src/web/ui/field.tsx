import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

interface Labelled {
  label: string;
  hint?: ReactNode;
  hideLabel?: boolean;
}

function Frame({ id, label, hint, hideLabel, children }: Labelled & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className="block">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-xs text-dim mb-1'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-dim mt-1">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Text({ label, hint, hideLabel, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <input
        id={id}
        className="field"
        autoComplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
      />
    </Frame>
  );
}

export function LongText({
  label,
  hint,
  hideLabel,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <textarea id={id} rows={3} className="field" aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
    </Frame>
  );
}

interface SelectProps extends Labelled, SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly { value: string; label: string }[];
}

export function Select({ label, hint, hideLabel, options, className = '', ...rest }: SelectProps): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <select id={id} className={`field ${className}`} aria-describedby={hint ? `${id}-hint` : undefined} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface TickProps extends InputHTMLAttributes<HTMLInputElement> {
  children: ReactNode;
}

/** A checkbox with its words. */
export function Tick({ children, ...rest }: TickProps): ReactNode {
  return (
    <label className="flex items-start gap-2 text-sm cursor-pointer">
      <input type="checkbox" className="mt-0.5 size-4 accent-acc shrink-0" {...rest} />
      <span>{children}</span>
    </label>
  );
}
