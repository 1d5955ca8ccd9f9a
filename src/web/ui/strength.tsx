import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { passwordTexts } from '../../catalogue/entering.ts';
import { weakness } from '../../core/password.ts';

/** How hard a password is to guess, while it is typed. What counts guesses loads when one begins to type. */
export function PasswordStrength({ password, own }: { password: string; own: readonly string[] }): ReactNode {
  const counted = useQuery({
    queryKey: ['strength'],
    queryFn: () => import('../../core/strength.ts'),
    enabled: password !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (password === '' || counted.data === undefined) return null;
  const strength = counted.data.strengthOf(password, own);
  const why = weakness(password, own[0] ?? '') ?? (counted.data.isStrong(strength) ? null : passwordTexts.guessable);
  const shown = why === null ? strength : Math.min(strength, 2);
  return (
    <div className="space-y-1">
      <div aria-hidden className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1 rounded-full ${step > shown ? 'bg-line' : why === null ? 'bg-acc' : 'bg-warn'}`}
          />
        ))}
      </div>
      <p role="status" className="text-xs text-dim">
        {why ?? passwordTexts.strength[strength]}
      </p>
    </div>
  );
}
