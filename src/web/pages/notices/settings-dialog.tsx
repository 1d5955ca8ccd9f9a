import { type FormEvent, type ReactNode, useState } from 'react';
import { time_zone } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/notices.ts';
import { DELIVERIES, kindsOfSide } from '../../../core/notice/kinds.ts';
import { keepSeenBy, seenBy } from '../../presence.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { usePlace } from '../../workspace.ts';
import { type Settings, useNoticeSettings } from './data.ts';

/** The time zones there are, and the one that is set, which may be known by another name. */
const zonesWith = (set: string): { value: string; label: string }[] =>
  [...new Set([set, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({ value: zone, label: zone }));

const choices = <K extends string>(values: readonly K[], labels: Record<K, string>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** Which notices one gets by mail, how often, when not, and who sees that one is here. */
export function NoticeSettingsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { settings, put } = useNoticeSettings(true);
  return (
    <Dialog title={words.settings_title} about={words.settings_about} open onClose={onClose}>
      {settings.data !== undefined && <Form settings={settings.data} put={put} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  settings: Settings;
  put: (settings: Settings) => Promise<unknown>;
  onClose: () => void;
}

function Form({ settings, put, onClose }: FormProps): ReactNode {
  const [draft, setDraft] = useState(settings);
  const [seen, setSeen] = useState(seenBy() === 'everyone');
  const change = (part: Partial<Settings>): void => setDraft((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await put(draft);
      keepSeenBy(seen ? 'everyone' : 'side');
      say(words.saved);
      onClose();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <Tick checked={draft.mails_off} onChange={(event) => change({ mails_off: event.target.checked })}>
        {words.mails_off}
      </Tick>
      <fieldset disabled={draft.mails_off} className={`space-y-4 ${draft.mails_off ? 'opacity-50' : ''}`}>
        <Kinds draft={draft} change={change} />
        <Times draft={draft} change={change} />
      </fieldset>
      <div className="border-t border-line pt-3">
        <Tick checked={seen} onChange={(event) => setSeen(event.target.checked)}>
          {words.seen}
        </Tick>
        <p className="text-xs text-dim mt-1 pl-6">{words.seen_about}</p>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" look="primary">
          {common.save}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  draft: Settings;
  change: (part: Partial<Settings>) => void;
}

function Kinds({ draft, change }: PartProps): ReactNode {
  const { me } = usePlace();
  return (
    <ul className="divide-y divide-line">
      {kindsOfSide(me?.side === 'buyer' ? 'buyer' : 'seller').map((kind) => (
        <li key={kind} className="flex items-center justify-between gap-3 py-1.5">
          <span className="text-sm">{words.kinds[kind]}</span>
          <Select
            label={words.kinds[kind]}
            hideLabel
            className="w-36"
            options={choices(DELIVERIES, words.deliveries)}
            value={draft.kinds[kind]}
            onChange={(event) =>
              change({ kinds: { ...draft.kinds, [kind]: event.target.value as Settings['kinds'][typeof kind] } })
            }
          />
        </li>
      ))}
    </ul>
  );
}

const USUAL_QUIET = { from: '20:00', to: '07:00' };

function Times({ draft, change }: PartProps): ReactNode {
  const { quiet } = draft;
  return (
    <>
      <Select
        label={words.most_often}
        options={choices(['hour', 'day'] as const, words.often)}
        value={draft.most_often}
        onChange={(event) => change({ most_often: event.target.value as Settings['most_often'] })}
      />
      <div className="space-y-2">
        <Tick
          checked={quiet !== null}
          onChange={(event) => change({ quiet: event.target.checked ? USUAL_QUIET : null })}
        >
          {words.quiet}
        </Tick>
        {quiet !== null && (
          <div className="grid grid-cols-2 gap-3">
            <Text
              label={words.quiet_from}
              type="time"
              required
              value={quiet.from}
              onChange={(event) => change({ quiet: { ...quiet, from: event.target.value } })}
            />
            <Text
              label={words.quiet_to}
              type="time"
              required
              value={quiet.to}
              onChange={(event) => change({ quiet: { ...quiet, to: event.target.value } })}
            />
          </div>
        )}
      </div>
      <Select
        label={words.time_zone}
        hint={words.time_zone_hint}
        options={zonesWith(draft.time_zone ?? time_zone)}
        value={draft.time_zone ?? time_zone}
        onChange={(event) => change({ time_zone: event.target.value })}
      />
    </>
  );
}
