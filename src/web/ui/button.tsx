import type { ButtonHTMLAttributes, ReactNode } from 'react';

const LOOKS = {
  primary: 'bg-acc text-acc-ink font-[560] hover:brightness-110 active:brightness-95',
  plain: 'border border-edge/60 bg-panel text-ink hover:border-edge hover:bg-sunk',
  quiet: 'text-dim hover:text-ink hover:bg-sunk',
  danger: 'border border-bad/60 text-bad bg-panel hover:bg-bad-soft',
} as const;

export type Look = keyof typeof LOOKS;

/** The classes of a button, for links that look like one. */
export const buttonLook = (look: Look = 'plain', small = false): string =>
  `inline-flex items-center justify-center gap-1.5 rounded-[7px] whitespace-nowrap ${small ? 'min-h-7 px-2.5 text-xs' : 'min-h-8 px-3 text-sm'} disabled:opacity-55 disabled:pointer-events-none ${LOOKS[look]}`;

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  small?: boolean;
  children: ReactNode;
}

export function Button({ look = 'plain', small = false, className = '', ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={`${buttonLook(look, small)} ${className}`} />;
}
