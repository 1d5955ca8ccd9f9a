import type { ReactNode } from 'react';
import { zoneWords as words } from '../../catalogue/zone.ts';
import { Select } from '../ui/field.tsx';

export type Zone = 'shared' | 'buyer' | 'seller';

interface ZoneChoiceProps {
  /** The side whose own zone is offered beside the shared one. */
  own: 'buyer' | 'seller';
  value: Zone;
  onChange: (zone: Zone) => void;
}

/** Who will be able to read what is about to be written: both sides, or one's own only. */
export const ZoneChoice = ({ own, value, onChange }: ZoneChoiceProps): ReactNode => (
  <Select
    label={words.label}
    hint={words.hints[value]}
    value={value}
    onChange={(event) => onChange(event.target.value as Zone)}
    options={[
      { value: 'shared', label: words.both },
      { value: own, label: words.only[own] },
    ]}
  />
);
