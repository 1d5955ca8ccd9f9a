import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { brandWords as words } from '../../../catalogue/settings.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { BrandMark } from '../../signs/brand.tsx';
import { Button } from '../../ui/button.tsx';
import { Text, Tick } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';

type Shown = OutputOf<'brands.get'>;

const LARGEST_BYTES = 60_000;
const USUAL_COLOUR = '#0f6b5a';

/** How the supplier shows itself in its rooms, with a look at it as it is set. */
export function Brand(): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const brand = useQuery({
    queryKey: ['brand', workspace_id],
    queryFn: ({ signal }) => call('brands.get', { params: { workspace_id } }, { signal }),
  });
  return (
    <>
      <p className="text-sm text-dim max-w-prose mb-3">{words.about}</p>
      {brand.isError && <Trouble error={brand.error} retry={() => void brand.refetch()} />}
      {brand.data !== undefined && <Form brand={brand.data} />}
    </>
  );
}

function Form({ brand }: { brand: Shown }): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Shown>(brand);
  const put = useMutation({
    mutationFn: () => {
      const name = draft.name.trim();
      const logo = draft.logo === brand.logo ? {} : { logo: draft.logo === null ? null : base64Of(draft.logo) };
      return call('brands.put', {
        params: { workspace_id },
        body: { name: name === '' ? null : name, colour: draft.colour, ...logo },
      });
    },
    onSuccess: (saved) => {
      setDraft(saved);
      say(words.saved);
      void queries.invalidateQueries({ queryKey: ['pod', workspace_id] });
      return queries.invalidateQueries({ queryKey: ['brand', workspace_id] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    put.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-4 max-w-prose">
      <Text
        label={words.name}
        hint={words.name_about}
        maxLength={120}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <Tick
        checked={draft.colour !== null}
        onChange={(event) => setDraft({ ...draft, colour: event.target.checked ? USUAL_COLOUR : null })}
      >
        {words.own_colour}
      </Tick>
      {draft.colour !== null && (
        <input
          type="color"
          aria-label={words.colour}
          className="h-9 w-16 rounded border border-line bg-panel"
          value={draft.colour}
          onChange={(event) => setDraft({ ...draft, colour: event.target.value })}
        />
      )}
      <Picture logo={draft.logo} onChange={(logo) => setDraft({ ...draft, logo })} />
      <div className="card">
        <p className="text-xs text-dim mb-2">{words.look}</p>
        <BrandMark brand={draft} />
      </div>
      <Button type="submit" look="primary" disabled={put.isPending}>
        {words.save}
      </Button>
    </form>
  );
}

const base64Of = (address: string): string => address.slice(address.indexOf(',') + 1);

function Picture({ logo, onChange }: { logo: string | null; onChange: (logo: string | null) => void }): ReactNode {
  const [too_large, setTooLarge] = useState(false);
  const choose = (file: File): void => {
    setTooLarge(file.size > LARGEST_BYTES);
    if (file.size > LARGEST_BYTES) return;
    const reader = new FileReader();
    reader.onload = () => onChange(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <div className="space-y-1.5">
      <FileButton accept="image/png,image/jpeg,image/webp" onFile={choose}>
        {words.logo}
      </FileButton>
      {too_large && (
        <p role="alert" className="text-sm text-bad">
          {words.too_large}
        </p>
      )}
      {logo !== null && (
        <Button look="quiet" small className="-ml-2.5" onClick={() => onChange(null)}>
          {words.no_logo}
        </Button>
      )}
    </div>
  );
}
