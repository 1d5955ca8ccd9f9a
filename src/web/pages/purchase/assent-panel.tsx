import { type ReactNode, useState } from 'react';
import { quoted } from '../../../catalogue/format.ts';
import { matrixWords as words } from '../../../catalogue/purchase.ts';
import { ZoneChoice } from '../../signs/zone-choice.tsx';
import type { JobView, Stakeholder } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { LongText, Select } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { cellOf, type Statement, useStatement, zoneOf } from './assent.ts';
import { CellDetail } from './cell-detail.tsx';

interface PanelProps {
  person: Stakeholder;
  job: JobView;
  onDone: () => void;
}

const confidences = () => [
  { value: '', label: words.confidence_none },
  ...[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: words.confidence_of(n) })),
];

/** Your own row: the sentence in full, what a click commits to, and every stance one can take. */
export function AssentPanel({ person, job, onDone }: PanelProps): ReactNode {
  const [withholding, setWithholding] = useState(false);
  const [confidence, setConfidence] = useState('');
  const [zone, setZone] = useState(zoneOf(job, person.person_id));
  const [busy, setBusy] = useState(false);
  const state = useStatement();
  const { as } = usePlace();
  const cell = cellOf(job, person.person_id);
  const sign = cell?.sign ?? 'none';
  const send = async (statement: Statement): Promise<void> => {
    setBusy(true);
    const sure = confidence === '' ? {} : { confidence: Number(confidence) };
    const gives = statement.stance === 'given' || statement.stance === 'reaffirmed';
    const done = await state(person.person_id, [job], { ...statement, ...(gives ? sure : {}), zone });
    setBusy(false);
    if (done) onDone();
  };
  const choice = (
    <ZoneChoice own="buyer" value={zone} onChange={(chosen) => setZone(chosen === 'buyer' ? 'buyer' : 'shared')} />
  );
  if (withholding) {
    return (
      <Withhold busy={busy} kept={zone === 'buyer'} send={send} back={() => setWithholding(false)}>
        {choice}
      </Withhold>
    );
  }
  return (
    <fieldset disabled={busy} className="space-y-3">
      <div>
        <p className="text-xs text-dim">
          {sign === 'given' ? words.sentence_given : words.sentence}
          {person.person_id === as ? '' : ` (${words.for_person(person.name)})`}
        </p>
        <p className="text-[15px] leading-snug font-[560] mt-1">{quoted(job.sentence)}</p>
        <p className="text-xs text-dim mt-1.5">{words.commits[zone]}</p>
      </div>
      {sign !== 'none' && (
        <div className="rounded-lg bg-sunk px-3 py-2 text-xs">
          <CellDetail person={person} job={job} cell={cell} />
        </div>
      )}
      {sign !== 'given' && (
        <Button
          look="primary"
          className="w-full max-sm:min-h-12"
          onClick={() => void send({ stance: sign === 'shaken' ? 'reaffirmed' : 'given' })}
        >
          {sign === 'shaken' ? words.again : words.agree}
        </Button>
      )}
      <div className="grid grid-cols-2 gap-2">
        {(sign === 'given' || sign === 'shaken') && (
          <Button onClick={() => void send({ stance: 'withdrawn' })}>{words.take_back}</Button>
        )}
        {sign !== 'working' && sign !== 'given' && (
          <Button onClick={() => void send({ stance: 'working' })}>{words.working}</Button>
        )}
        {sign !== 'withheld' && <Button onClick={() => setWithholding(true)}>{words.withhold}</Button>}
        {sign !== 'aside' && <Button onClick={() => void send({ stance: 'aside' })}>{words.aside}</Button>}
      </div>
      <details>
        <summary className="text-xs text-dim py-1">{words.more}</summary>
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3 mt-1">
          {sign !== 'given' && (
            <Select
              label={words.confidence_label}
              options={confidences()}
              value={confidence}
              onChange={(event) => setConfidence(event.target.value)}
            />
          )}
          {choice}
        </div>
      </details>
    </fieldset>
  );
}

interface WithholdProps {
  busy: boolean;
  /** All of it stays on the buyer side. */
  kept: boolean;
  send: (statement: Statement) => Promise<void>;
  back: () => void;
  children: ReactNode;
}

function Withhold({ busy, kept, send, back, children }: WithholdProps): ReactNode {
  const [reason, setReason] = useState('');
  const [private_reason, setPrivate] = useState('');
  const statement: Statement = {
    stance: 'withheld',
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(kept || private_reason.trim() === '' ? {} : { private_reason: private_reason.trim() }),
  };
  return (
    <fieldset disabled={busy} className="space-y-3">
      <LongText
        label={words.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoFocus
        rows={2}
      />
      {children}
      {!kept && (
        <LongText
          label={words.private_reason}
          hint={words.private_reason_about}
          value={private_reason}
          onChange={(event) => setPrivate(event.target.value)}
          rows={2}
        />
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={back}>{words.back}</Button>
        <Button look="primary" onClick={() => void send(statement)}>
          {words.send_withhold}
        </Button>
      </div>
    </fieldset>
  );
}
