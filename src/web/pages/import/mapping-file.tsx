import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { mappingWords as words } from '../../../catalogue/import.ts';
import { saveFile } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import type { Mapping } from './mapping.tsx';

interface MappingFileProps {
  mapping: Mapping;
  replace: (mapping: Mapping) => void;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && 'mapping' in value && value.mapping === 1 && 'columns' in value;

/** Keeps a mapping as a small readable file, loads one, or fills in another that is known here. */
export function MappingFile({ mapping, replace }: MappingFileProps): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const input = useRef<HTMLInputElement>(null);
  const known = useQuery({
    queryKey: ['mappings', workspace_id, as],
    queryFn: ({ signal }) => call('mappings.list', { params: { workspace_id } }, { signal }),
  });
  const mappings = known.data?.mappings ?? [];
  const save = (): void =>
    saveFile(
      new Blob([JSON.stringify(mapping, null, 2), '\n'], { type: 'application/json' }),
      `${mapping.name}.mapping.json`,
    );
  const load = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const read: unknown = JSON.parse(await file.text());
      if (!isMapping(read)) throw new Error(words.bad_file);
      // What a hand-written file leaves out gets the format's own defaults.
      replace({
        ...read,
        time: read.time ?? { format: 'auto' },
        template: read.template ?? 'buying-6',
        persons: read.persons ?? 'seller',
        activities: read.activities ?? {},
        outcomes: read.outcomes ?? {},
      });
    } catch {
      say(words.bad_file, { bad: true });
    }
  };
  return (
    <section className="card space-y-2">
      {mappings.length > 0 && (
        <Select
          label={words.shipped}
          value=""
          options={[
            { value: '', label: '…' },
            ...mappings.map((one) => ({ value: one.mapping.name, label: one.mapping.name })),
          ]}
          onChange={(event) => {
            const chosen = mappings.find((one) => one.mapping.name === event.target.value);
            if (chosen !== undefined) replace(chosen.mapping);
          }}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button small onClick={save}>
          {words.save}
        </Button>
        <Button small onClick={() => input.current?.click()}>
          {words.load}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label={words.load}
        onChange={(event) => void load(event.target.files?.[0])}
      />
    </section>
  );
}
