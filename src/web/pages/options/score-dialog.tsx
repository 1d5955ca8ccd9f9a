import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words as pageWords, dialogWords as words } from '../../../catalogue/options.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { Shakes } from '../purchase/shakes.tsx';
import { useWrite } from '../purchase/write.ts';
import { ClaimPicker } from './claim-picker.tsx';
import { type Option, type Requirement, type Score, useScoringLocked, useShown } from './data.ts';

type Evidence = Score['evidence'][number];

interface ScoreDialogProps {
  option: Option;
  requirement: Requirement;
  score: Score | undefined;
  onClose: () => void;
}

/** A score with its range, what it rests on, and who can see it. */
export function ScoreDialog({ option, requirement, score, onClose }: ScoreDialogProps): ReactNode {
  const { page } = useShown();
  const scoring_locked = useScoringLocked();
  const write = useWrite();
  const [point, setPoint] = useState(String(score?.point ?? 50));
  const [rough, setRough] = useState(score !== undefined && score.low < score.high);
  const [low, setLow] = useState(String(score?.low ?? 30));
  const [high, setHigh] = useState(String(score?.high ?? 70));
  const [evidence, setEvidence] = useState<readonly Evidence[]>(score?.evidence ?? []);
  const [claim_ids, setClaims] = useState<readonly string[]>(score?.claims.map(({ claim_id }) => claim_id) ?? []);
  const [zone, setZone] = useState<string>(score?.zone ?? page.view);
  const ids = { option_id: option.option_id, requirement_id: requirement.requirement_id };
  const seen = score?.seen ?? null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = evidence.filter(({ reference }) => reference.trim() !== '');
    const range = rough ? { low: Number(low), high: Number(high) } : {};
    const body = { score: Number(point), ...range, evidence: given, claim_ids, zone, seen };
    if (await write('scores.put', ids, body, { said: pageWords.scored(option.name) })) onClose();
  };
  const takeBack = async (): Promise<void> => {
    if (await write('scores.put', ids, { score: null, seen }, { said: pageWords.unscored_said })) onClose();
  };
  return (
    <Dialog title={`${option.name}: ${requirement.text}`} {...about(requirement)} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset disabled={scoring_locked} className="space-y-3">
          <Slider label={words.score} value={point} onChange={setPoint} autoFocus />
          <Tick checked={rough} onChange={(event) => setRough(event.target.checked)}>
            {words.range}
          </Tick>
          {rough && (
            <div className="grid grid-cols-2 gap-3">
              <Slider label={words.low} value={low} onChange={setLow} />
              <Slider label={words.high} value={high} onChange={setHigh} />
            </div>
          )}
          <EvidenceFields evidence={evidence} onChange={setEvidence} />
          <ClaimPicker option_id={option.option_id} chosen={claim_ids} onChange={setClaims} />
          <Select
            label={pageWords.zone_label}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
            options={[page.view, 'shared' as const].map((value) => ({ value, label: pageWords.zones[value] }))}
          />
          <Shakes rests_on={['scores']} />
          <div className="flex justify-end gap-2">
            {score !== undefined && (
              <Button look="danger" className="mr-auto" onClick={() => void takeBack()}>
                {pageWords.unscore}
              </Button>
            )}
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" look="primary">
              {common.save}
            </Button>
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}

const about = ({ check }: Requirement): { about?: string } =>
  check === null ? {} : { about: `${words.check}: ${check}` };

interface SliderProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** A number from 0 to 100, by typing or by dragging. */
function Slider({ label, value, onChange, autoFocus = false }: SliderProps): ReactNode {
  return (
    <div>
      <Text
        label={label}
        type="number"
        min={0}
        max={100}
        step="any"
        required
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        type="range"
        min={0}
        max={100}
        aria-label={label}
        className="w-full accent-acc mt-1.5"
        value={Number(value)}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

interface EvidenceProps {
  evidence: readonly Evidence[];
  onChange: (evidence: readonly Evidence[]) => void;
}

function EvidenceFields({ evidence, onChange }: EvidenceProps): ReactNode {
  const change = (at: number, part: Partial<Evidence>): void =>
    onChange(evidence.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const kinds = Object.entries(words.evidence_kinds).map(([value, label]) => ({ value, label }));
  return (
    <fieldset className="space-y-2">
      <legend className="text-xs text-dim">{words.evidence}</legend>
      {evidence.map((one, at) => (
        // Rows have no name of their own; they are only added at the end and taken out.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="grid grid-cols-[108px_1fr_auto] gap-2 items-end">
          <Select
            label={words.evidence}
            hideLabel
            options={kinds}
            value={one.kind}
            onChange={(event) => change(at, { kind: event.target.value as Evidence['kind'] })}
          />
          <Text
            label={words.reference}
            hideLabel
            placeholder={words.reference}
            value={one.reference}
            onChange={(event) => change(at, { reference: event.target.value })}
          />
          <Button
            look="quiet"
            small
            aria-label={words.drop(one.reference)}
            onClick={() => onChange(evidence.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        look="quiet"
        small
        className="-ml-2.5"
        onClick={() => onChange([...evidence, { kind: 'document', reference: '' }])}
      >
        {words.add_evidence}
      </Button>
    </fieldset>
  );
}
