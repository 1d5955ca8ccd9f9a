import type { Outcome } from '../body/words.ts';
import type { TemplateName } from '../template.ts';
import { type Account, accountOf } from './account.ts';
import { businessTime, DAY_MS } from './calendar.ts';
import { buyingGroup, type Member } from './people.ts';
import { type Random, spreadOf } from './random.ts';
import type { KindTexts } from './texts/kind.ts';
import { KINDS } from './texts/kinds.ts';

/** How a purchase that is still running stands at `now`. */
export type Standing = 'just_begun' | 'midway' | 'stuck' | 'silent' | 'shaken' | 'nearly_held' | 'held';

/** What is settled about a simulated purchase before it runs. Shares are of its planned span, 0 to 1 and somewhat beyond. */
export interface Plan {
  purchase_id: string;
  texts: KindTexts;
  account: Account;
  name: string;
  template: TemplateName;
  members: Member[];
  /** Most of the group work under high organisational uncertainty (research figure 6). */
  high_uncertainty: boolean;
  /** How it ends; null where it still runs. */
  outcome: Outcome | null;
  /** How it stands; null where it ended. */
  standing: Standing | null;
  opened_ms: number;
  span_ms: number;
  now_ms: number;
  /** From this share on hardly anyone answers; null where the group goes on. */
  stalls_at: number | null;
  /** From this share on one person does not agree to one of the later jobs; null where nobody blocks. */
  blocked_from: number | null;
  /** Bought although the group did not all agree. */
  overruled: boolean;
  /** It first ended without a decision and later went on. */
  revival: { ends_at: number; revives_at: number } | null;
}

/** Two of three have ended. */
const ENDED = 2 / 3;
/** Research figure 6. */
const HIGH_UNCERTAINTY = 0.81;
/** 0.7 × as likely to buy (research figure 7); with 81 % of them, 38 % of all ended purchases are bought. */
const BOUGHT_LOW = 0.5;
const BOUGHT_HIGH = 0.35;
/** Of those not bought: makes 40 % of all end in no decision (research figure 14). */
const NO_DECISION_OF_REST = 0.645;
const HORIZON_DAYS = 545;

const STANDINGS: readonly (readonly [Standing, number])[] = [
  ['just_begun', 0.12],
  ['midway', 0.34],
  ['stuck', 0.16],
  ['silent', 0.14],
  ['shaken', 0.1],
  ['nearly_held', 0.08],
  ['held', 0.06],
];

/** Settles the purchase of that index; indices differ in everything, seeds too. */
export function planOf(seed: number, index: number, now_ms: number, random: Random): Plan {
  const [ending, uncertainty, fate] = spreadOf(seed, index);
  const high_uncertainty = uncertainty < HIGH_UNCERTAINTY;
  const outcome = ending < ENDED ? outcomeOf(fate, high_uncertainty) : null;
  const standing = outcome === null ? standingOf(fate) : null;
  const texts = random.pick(KINDS);
  const purchase_id = `sim-${seed}-${String(index + 1).padStart(5, '0')}`;
  const revival = revivalOf(outcome, random);
  const span_ms = random.logNormal(high_uncertainty ? 165 : 140, 0.35) * DAY_MS;
  const trouble = troubleOf(outcome, standing, random);
  const bounded_ms = Math.min(Math.max(span_ms, 80 * DAY_MS), (revival === null ? 300 : 270) * DAY_MS);
  const account = accountOf(texts, random);
  const opened_ms = openedAt(now_ms, bounded_ms, standing, trouble.stalls_at, random);
  return {
    purchase_id,
    texts,
    account,
    name: random.pick(texts.names),
    template: templateOf(random),
    members: buyingGroup(purchase_id, texts, random),
    high_uncertainty,
    outcome,
    standing,
    opened_ms: businessTime(opened_ms, account.offset_h, random),
    span_ms: bounded_ms,
    now_ms,
    ...trouble,
    revival,
  };
}

function outcomeOf(fate: number, high_uncertainty: boolean): Outcome {
  const bought = high_uncertainty ? BOUGHT_HIGH : BOUGHT_LOW;
  if (fate < bought) return 'bought';
  return (fate - bought) / (1 - bought) < NO_DECISION_OF_REST ? 'no_decision' : 'lost';
}

function standingOf(fate: number): Standing {
  let rest = fate;
  for (const [standing, share] of STANDINGS) {
    if (rest < share) return standing;
    rest -= share;
  }
  return 'midway';
}

function templateOf(random: Random): TemplateName {
  const draw = random.unit();
  if (draw < 0.05) return 'core-4';
  return draw < 0.11 ? 'lifecycle-5' : 'buying-6';
}

function revivalOf(outcome: Outcome | null, random: Random): Plan['revival'] {
  if (outcome === null || !random.chance(0.14)) return null;
  const ends_at = random.between(0.56, 0.68);
  return { ends_at, revives_at: ends_at + random.between(0.14, 0.3) };
}

function troubleOf(
  outcome: Outcome | null,
  standing: Standing | null,
  random: Random,
): Pick<Plan, 'stalls_at' | 'blocked_from' | 'overruled'> {
  const overruled = outcome === 'bought' && random.chance(0.09);
  if (overruled) return { stalls_at: null, blocked_from: 0.5, overruled };
  if (outcome === 'no_decision' || standing === 'stuck') {
    const stalls_at = random.chance(0.82) ? random.between(0.7, 0.84) : random.between(0.3, 0.65);
    return { stalls_at, blocked_from: stalls_at - 0.15, overruled };
  }
  if (standing === 'silent') return { stalls_at: random.between(0.25, 0.8), blocked_from: null, overruled };
  if (standing === 'nearly_held') return { stalls_at: null, blocked_from: 0.45, overruled };
  return { stalls_at: null, blocked_from: outcome === 'lost' && random.chance(0.4) ? 0.6 : null, overruled };
}

/** When it was opened, so that an ended purchase ends before now and a running one stands now where it should. */
function openedAt(
  now_ms: number,
  span_ms: number,
  standing: Standing | null,
  stalls_at: number | null,
  random: Random,
): number {
  switch (standing) {
    case null: {
      const latest_ms = 1.5 * span_ms + 4 * DAY_MS;
      return now_ms - random.between(latest_ms, Math.max(latest_ms + 20 * DAY_MS, HORIZON_DAYS * DAY_MS));
    }
    case 'just_begun':
      return now_ms - random.between(4, 24) * DAY_MS;
    case 'midway':
      return now_ms - random.between(0.12, 0.85) * span_ms;
    case 'stuck':
      return now_ms - ((stalls_at ?? 0) + random.between(0.08, 0.3)) * span_ms;
    case 'silent':
      return now_ms - (stalls_at ?? 0) * span_ms - random.between(35, 140) * DAY_MS;
    case 'shaken':
      return now_ms - random.between(0.8, 0.98) * span_ms;
    case 'nearly_held':
    case 'held':
      return now_ms - random.between(1, 1.12) * span_ms;
  }
}
