import { valueCaseOf } from '../case-of-view.ts';
import type { Command } from '../decide.ts';
import type { ValueAssumption } from '../value/case.ts';
import { figuresOf } from '../value/figures.ts';
import { buildModel } from '../value/model.ts';
import { currencyDigits, perEuro, twoDigits } from './account.ts';
import { askEveryone } from './assenting.ts';
import { act, actAnyway, activeMembers, after, buyer, type Course, champion, sellerActor } from './course.ts';
import { randomOf } from './random.ts';
import { CASE_TEXTS, type CaseTexts } from './texts/value-cases.ts';
import { CASE_CAUSES, CASE_COMMENTS, DISPUTES } from './texts/value-words.ts';

const idOf = (place: number): string => `assumption-${place + 1}`;
/** Draws of what belongs to the case alone come from streams of their own, apart from those of the course. */
const CASE_STREAM = 0x5ca1e;

/** The same course with other draws: what happens by it changes nothing of when and how the rest happens. */
function beside(course: Course): Course {
  const index = Number(course.plan.purchase_id.split('-').at(-1) ?? 0);
  return { ...course, random: randomOf(index, CASE_STREAM + course.events.length) };
}

const textsOf = (course: Course): CaseTexts | undefined => CASE_TEXTS[course.plan.texts.kind];

/** The supplier proposes what the value case counts on. */
export function proposeAssumptions(course: Course): void {
  course.plan.texts.assumptions.forEach((_, place) => {
    assume(course, place, 1, false);
  });
}

/** The group agrees to one of them; in a few cases it disputes it. */
export function agreeAssumption(course: Course, place: number): void {
  const disputes = course.random.chance(0.12);
  const factor = course.random.pick([1, 1, 0.9, 0.8]);
  const built = Object.keys(course.state.basis.drivers).length > 0;
  // Once the case stands on a number, whoever looks at it judges it; before, they put their own in.
  if (!built && factor !== 1 && !disputes) {
    assume(course, place, factor, true);
    return;
  }
  const { id } = champion(course);
  const reason = disputes ? { reason: DISPUTES[place % DISPUTES.length] } : {};
  const judgement = disputes ? 'disputed' : 'agreed';
  act(course, champion(course), {
    kind: 'assumption.judged',
    body: { assumption_id: idOf(place), person_id: id, judgement, ...reason } as Extract<
      Command,
      { kind: 'assumption.judged' }
    >['body'],
  });
}

function assume(course: Course, place: number, factor: number, agreed: boolean): void {
  const assumption = course.plan.texts.assumptions[place];
  if (assumption === undefined) return;
  const [name, value, unit] = assumption;
  const symbol = textsOf(course)?.symbols[place];
  const body = {
    ...{ assumption_id: idOf(place), name, value: twoDigits(value * factor), unit },
    ...(symbol !== undefined && { symbol }),
    ...(agreed && { state: 'agreed' as const }),
  };
  act(course, agreed ? champion(course) : sellerActor(course), { kind: 'assumption.changed', body });
}

/** The case is put together: drivers, what it costs, how wide the numbers are; the last number completes it. */
export function stateNetValue(course: Course): void {
  const times_amount = course.random.between(0.8, 2.6);
  const texts = textsOf(course);
  if (texts === undefined || course.state.outcome !== null) return;
  const aside = beside(course);
  const amount = course.plan.account.amount_minor / 10 ** currencyDigits(course.plan.account.currency);
  build(aside, texts, amount);
  const fee = feeOf(course, amount);
  scaleTo(aside, texts, fee, amount * times_amount);
  act(course, sellerActor(course), { kind: 'assumption.changed', body: fee });
  review(aside);
  askEveryone(course);
}

const feeOf = (course: Course, amount: number) => ({
  ...{ assumption_id: 'case-fee', name: 'Price a year', symbol: 'fee', value: twoDigits(amount * 0.2) },
  unit: `${course.plan.account.currency}/year`,
});

function build(aside: Course, texts: CaseTexts, amount: number): void {
  const { currency } = aside.plan.account;
  const foreign = currency !== 'EUR';
  const seller = sellerActor(aside);
  const say = (symbol: string, name: string, value: number, unit: string, more = {}): void => {
    act(aside, seller, {
      kind: 'assumption.changed',
      body: { assumption_id: `case-${symbol}`, symbol, name, value, unit, ...more },
    });
  };
  const drive = (symbol: string, name: string, formula: string, more: object): void => {
    act(aside, seller, {
      kind: 'driver.changed',
      body: { driver_id: `case-${symbol}`, symbol, name, formula, ...more },
    });
  };
  for (const [symbol, name, value, unit] of texts.more) {
    say(symbol, name, value, unit, {
      low: twoDigits(value * 0.8),
      high: twoDigits(value * 1.15),
      distribution: 'pert',
    });
  }
  say('introduction_fee', 'Paid once for introducing it', twoDigits(amount * 0.4), currency);
  say('project_days', 'Own days to introduce it', aside.random.int(4, 18) * 10, 'days', { low: 30, high: 320 });
  say('day_rate', 'Cost of a day of own work', 610, 'EUR/day');
  say('discount_rate', 'Discount rate', aside.random.pick([6, 7, 8, 9, 10]), '%', { low: 5, high: 12 });
  if (foreign) say('fx', `Rate of the euro`, perEuro(currency), `${currency}/EUR`);
  const rates = foreign ? [{ currency: 'EUR', assumption_id: 'case-fx' }] : [];
  const terms = {
    currency,
    horizon_months: 36,
    periods: 'year' as const,
    discount_rate_id: 'case-discount_rate',
    rates,
  };
  act(aside, champion(aside), { kind: 'case.set', body: terms });
  // The price lacks its number until the end: nothing is complete before.
  drive('price', 'Price', 'fee', { kind: 'cost', price: true, matters_to: ['finance', 'procurement'] });
  const once = { kind: 'cost', recurring: false } as const;
  drive('introduction', 'Introduction, paid', 'introduction_fee', { ...once, price: true, matters_to: ['finance'] });
  drive('own_effort', 'Own effort to introduce it', 'project_days * day_rate', {
    ...once,
    matters_to: ['user', 'evaluator'],
  });
  for (const [symbol, name, formula, matters_to] of texts.benefits) {
    drive(symbol, name, formula, { ramp_months: aside.random.pick([3, 6, 9, 12]), matters_to: [...matters_to] });
  }
  keepMargin(aside);
}

/** What serving the account costs is the supplier's own. */
function keepMargin(aside: Course): void {
  const [assumption_id, driver_id] = ['case-serving', 'case-serving-cost'];
  const name = 'Share of the price that serving costs';
  const value = aside.random.pick([48, 55, 62, 70]);
  const zone = 'seller';
  act(aside, sellerActor(aside), {
    ...{ kind: 'assumption.changed', zone },
    body: { assumption_id, symbol: 'serving', name, value, unit: '%' },
  });
  act(aside, sellerActor(aside), {
    ...{ kind: 'driver.changed', zone },
    body: {
      ...{ driver_id, name: 'Serving the account', symbol: 'serving_cost', formula: 'fee * serving' },
      ...{ kind: 'cost', side: 'seller' },
    },
  });
}

/** Makes the quantity that grows with the account as large as the net value that the group will arrive at. */
function scaleTo(aside: Course, texts: CaseTexts, fee: ReturnType<typeof feeOf>, target: number): void {
  const [main, second] = texts.benefits;
  const value_case = valueCaseOf(aside.state);
  const priced: ValueAssumption = {
    ...fee,
    low: null,
    high: null,
    distribution: 'triangular',
    state: 'proposed',
    zone: 'shared',
    proposed_by: 'seller',
    agreed_by: [],
    disputed_by: [],
  };
  const model = buildModel({ ...value_case, assumptions: [...value_case.assumptions, priced] });
  const figures = figuresOf(model);
  const worth = (symbol: string | undefined): number =>
    figures.drivers.find(({ driver }) => driver.symbol === symbol)?.present_value ?? 0;
  const needed = target + figures.costs;
  // A smaller account does not have the second benefit.
  const beside_main = worth(second?.[0]) > needed / 2 ? 0 : worth(second?.[0]);
  if (second !== undefined && beside_main === 0) {
    act(aside, sellerActor(aside), {
      kind: 'driver.changed',
      body: { driver_id: `case-${second[0]}`, name: second[1], removed: true },
    });
  }
  const factor = (needed - beside_main) / worth(main?.[0]);
  const scaled = Object.values(aside.state.basis.assumptions).find(({ symbol }) => symbol === texts.scale);
  if (scaled === undefined || !Number.isFinite(factor) || factor <= 0) return;
  const value = Number((scaled.value * factor).toPrecision(3));
  const { assumption_id, name } = scaled;
  const range = { low: Number((value * 0.75).toPrecision(2)), high: Number((value * 1.2).toPrecision(3)) };
  act(aside, sellerActor(aside), { kind: 'assumption.changed', body: { assumption_id, name, value, ...range } });
}

/** Some of the group look at some of the numbers, and say something about them. */
function review(aside: Course): void {
  const { random } = aside;
  const there = activeMembers(aside).filter(({ entered_at }) => entered_at !== null);
  for (const { assumption_id, zone } of Object.values(aside.state.basis.assumptions)) {
    // Nobody of the group knows what the supplier keeps to itself.
    if (zone !== 'shared' || there.length === 0 || !random.chance(0.55)) continue;
    const money = there.filter(({ roles }) => roles.includes('finance') || roles.includes('champion'));
    const { person_id } = random.pick(money.length > 0 ? money : there);
    const disputes = random.chance(0.08);
    const judgement = disputes ? ('disputed' as const) : ('agreed' as const);
    const body = { assumption_id, person_id, judgement, ...(disputes && { reason: random.pick(DISPUTES) }) };
    act(aside, buyer(person_id), { kind: 'assumption.judged', body });
    if (random.chance(0.25)) {
      act(aside, buyer(person_id), {
        kind: 'assumption.commented',
        body: { assumption_id, comment: random.pick(CASE_COMMENTS) },
      });
    }
  }
}

/** Finance looks at it: the quantity that carries the case is corrected, and the net value moves, mostly by more than 10 %. */
export function rebuildCase(course: Course): void {
  const { random, state, plan } = course;
  const before = state.basis.net_value;
  if (before === null) return;
  const place = random.int(0, 2);
  random.pick([0.7, 0.8, 1.1]);
  const { id } = champion(course);
  act(course, champion(course), {
    kind: 'assumption.judged',
    body: { assumption_id: idOf(place), person_id: id, judgement: 'agreed' },
  });
  const moved = random.pick([-0.35, -0.2, -0.15, -0.08, 0.12]);
  const texts = textsOf(course);
  const scaled = Object.values(state.basis.assumptions).find(({ symbol }) => symbol === texts?.scale);
  const main = texts?.benefits[0]?.[0];
  const figures = figuresOf(buildModel(valueCaseOf(state)));
  const worth = figures.drivers.find(({ driver }) => driver.symbol === main)?.present_value ?? 0;
  if (scaled === undefined || worth === 0) return;
  const wanted = (before.amount_minor / 10 ** currencyDigits(plan.account.currency)) * moved;
  const value = Number((scaled.value * Math.max(0.05, 1 + wanted / worth)).toPrecision(4));
  const { assumption_id, name } = scaled;
  const range = { low: Number((value * 0.8).toPrecision(2)), high: Number((value * 1.15).toPrecision(4)) };
  act(course, champion(course), {
    kind: 'assumption.changed',
    body: { assumption_id, name, value, ...range, state: 'agreed' },
  });
  askEveryone(course);
}

/** After it was bought: month by month, what the drivers really bring. */
export function realise(course: Course): void {
  const aside = beside(course);
  const { random } = aside;
  const from = course.state.outcome?.at.slice(0, 7);
  if (from === undefined || course.state.outcome?.outcome !== 'bought') return;
  const share = random.between(0.6, 1.05);
  for (let month = 1; month <= 6; month++) {
    after(aside, 0.03 + (month * 31 * 86_400_000) / course.plan.span_ms, () => recordMonth(course, from, month, share));
  }
}

function recordMonth(course: Course, from: string, month: number, share: number): void {
  const aside = beside(course);
  const [year = 0, first = 1] = from.split('-').map(Number);
  const place = year * 12 + first - 1 + month;
  const label = `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
  const { currency } = course.plan.account;
  for (const { driver, flows, total } of figuresOf(buildModel(valueCaseOf(course.state))).drivers) {
    if (driver.kind !== 'benefit') continue;
    const in_full = (flows.at(-1) ?? total / 3) / 12;
    const grown = Math.min(1, month / Math.max(1, driver.ramp_months));
    const amount = in_full * grown * share * aside.random.between(0.85, 1.1);
    const cause = aside.random.chance(0.3) ? { cause: aside.random.pick(CASE_CAUSES) } : {};
    const amount_minor = Math.round(twoDigits(amount) * 10 ** currencyDigits(currency));
    const body = { driver_id: driver.driver_id, month: label, amount_minor, currency, ...cause };
    actAnyway(aside, champion(aside), { kind: 'realised.recorded', body });
  }
}
