import { type FormEvent, type ReactNode, useState } from 'react';
import { channelWords, common } from '../../../catalogue/frame.ts';
import { touchWords as words } from '../../../catalogue/purchase-touch.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from './write.ts';

/** Records an interaction: channel, with whom, about which job, how long. */
export function TouchDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useOpened();
  const { as, me } = usePlace();
  const write = useWrite();
  const [channel, setChannel] = useState('phone');
  const [job_id, setJob] = useState('');
  const [minutes, setMinutes] = useState('');
  const [note, setNote] = useState('');
  const [zone, setZone] = useState<Zone>('shared');
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set());
  const toggle = (person_id: string): void => {
    const next = new Set(people);
    if (!next.delete(person_id)) next.add(person_id);
    setPeople(next);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const own = me?.side ?? page.view;
    const sides = people.size > 0 || own === 'buyer' ? ['buyer', ...(own === 'seller' ? ['seller'] : [])] : ['seller'];
    const body = {
      channel,
      by: as,
      sides,
      ...(people.size === 0 ? {} : { person_ids: [...people] }),
      ...(job_id === '' ? {} : { job_id }),
      ...(minutes === '' ? {} : { duration_s: Number(minutes) * 60 }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      zone,
    };
    if (await write('touches.create', {}, body, { said: words.recorded })) onClose();
  };
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <div className="grid grid-cols-3 max-sm:grid-cols-2 gap-3">
          <Select
            label={words.channel}
            value={channel}
            onChange={(event) => setChannel(event.target.value)}
            options={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
          />
          <div className="max-sm:order-last max-sm:col-span-2">
            <Select
              label={words.job}
              value={job_id}
              onChange={(event) => setJob(event.target.value)}
              options={[
                { value: '', label: words.no_job },
                ...page.jobs.map((job) => ({ value: job.job_id, label: job.name })),
              ]}
            />
          </div>
          <Text
            label={words.minutes}
            type="number"
            min={0}
            max={10_000}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        {page.people.length > 0 && (
          <fieldset>
            <legend className="text-xs text-dim mb-1">{words.with_whom}</legend>
            <div className="grid grid-cols-2 gap-1.5 max-h-40 overflow-y-auto">
              {page.people
                .filter((person) => person.left_at === null)
                .map((person) => (
                  <Tick
                    key={person.person_id}
                    checked={people.has(person.person_id)}
                    onChange={() => toggle(person.person_id)}
                  >
                    <bdi>{person.name}</bdi>
                  </Tick>
                ))}
            </div>
          </fieldset>
        )}
        <LongText label={words.note} value={note} onChange={(event) => setNote(event.target.value)} rows={2} />
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
