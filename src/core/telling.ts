import { valueIn, valueText } from './claims/value.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { PULSE_STATEMENTS } from './pulse-words.ts';
import { shortly } from './question.ts';
import { listed, personName } from './sentence.ts';
import { type Job, jobOf, type PurchaseState } from './state.ts';

const plain = (word: string): string => word.replaceAll('_', ' ');
const quoted = (words: string): string => `“${words}”`;
const withReason = (clause: string, reason: string | undefined): string =>
  reason === undefined || reason === '' ? clause : `${clause}: ${quoted(reason)}`;

type Tell = (state: PurchaseState, event: LedgerEvent) => string | null;

/** What an event says, as one sentence for the ledger on a screen; names and jobs as they are in the given state. */
export function eventSentence(state: PurchaseState, event: LedgerEvent | UnknownEvent): string {
  if (!isKnown(event)) return `Written by a newer Coassent: ${event.kind}.`;
  const told =
    tellPurchase(state, event) ??
    tellGroup(state, event) ??
    tellAssent(state, event) ??
    tellBasis(state, event) ??
    tellValue(state, event) ??
    tellPlan(state, event) ??
    tellFile(state, event) ??
    tellPulse(state, event) ??
    tellThread(state, event);
  return `${told ?? plain(event.kind.replace('.', ': '))}.`;
}

const jobName = (state: PurchaseState, job_id: string): string => jobOf(state, job_id)?.name ?? plain(job_id);

const tellPurchase: Tell = (state, event) => {
  switch (event.kind) {
    case 'purchase.opened':
      return `The purchase ${quoted(event.body.name)} began`;
    case 'purchase.renamed':
      return `Renamed to ${quoted(event.body.name)}`;
    case 'purchase.amount_changed':
      return `The amount changed`;
    case 'purchase.stage_changed': {
      const odds = event.body.odds === undefined ? '' : ` (${Math.round(event.body.odds * 100)} %)`;
      return `The CRM says: ${event.body.stage}${odds}`;
    }
    case 'purchase.problem_stated':
      return `Problem stated: ${quoted(event.body.statement)}`;
    case 'purchase.outcome_reached':
      return withReason(`Ended: ${plain(event.body.outcome)}`, event.body.reason ?? event.body.activity);
    case 'purchase.revived':
      return withReason('Taken up again', event.body.reason);
    case 'import.retracted':
      return 'An import was undone';
    case 'import.restored':
      return 'An undone import counts again';
    case 'event.corrected':
      return withReason(
        event.body.body === null ? 'An earlier event was voided' : 'An earlier event was corrected',
        event.body.reason,
      );
    case 'event.zone_moved':
      return event.body.to === 'shared'
        ? 'Something of your own side was shared'
        : 'Something shared was taken back to your side';
    case 'person.erased':
      return 'Who someone here was, was erased';
    case 'text.blanked':
      return 'A text that named someone erased was blanked';
    case 'evidence.recorded':
      return `${event.body.activity ?? 'Evidence'}: suggests ${quoted(jobName(state, event.body.job_id))} ${plain(event.body.signal)}`;
    case 'touch.recorded':
      return withReason(`${event.body.activity ?? 'Touch'} (${plain(event.body.channel)})`, event.body.note);
    default:
      return null;
  }
};

const tellGroup: Tell = (state, event) => {
  if (!event.kind.startsWith('stakeholder.')) return null;
  const who = 'person_id' in event.body ? personName(state, event.body.person_id ?? null) : 'someone';
  switch (event.kind) {
    case 'stakeholder.named': {
      const roles = listed((event.body.roles ?? []).map(plain));
      return `${event.body.name ?? who} joined${roles === '' ? '' : ` as ${roles}`}`;
    }
    case 'stakeholder.entered':
      return `${event.body.name ?? who} came in`;
    case 'stakeholder.left':
      return withReason(`${who} left`, event.body.reason);
    case 'stakeholder.roles_changed':
      return `${who} is now ${listed(event.body.roles.map(plain)) || 'without a role'}`;
    case 'stakeholder.delegate_named': {
      const delegate = event.body.delegate_id;
      return delegate === null
        ? `${who} has no delegate any more`
        : `${who} named ${personName(state, delegate)} as delegate`;
    }
    default:
      return null;
  }
};

export const STANCE_WORDS: Readonly<Record<string, string>> = {
  'assent.given': 'agreed to',
  'assent.reaffirmed': 'agreed again to',
  'assent.working': 'is working on',
  'assent.withheld': 'does not agree to',
  'assent.withdrawn': 'took back the assent to',
  'assent.aside': 'stood aside on',
};

const tellAssent: Tell = (state, event) => {
  switch (event.kind) {
    case 'assent.given':
    case 'assent.reaffirmed':
    case 'assent.working':
    case 'assent.withheld':
    case 'assent.withdrawn':
    case 'assent.aside': {
      const by = event.actor.id === event.body.person_id ? '' : ` (said by ${personName(state, event.actor.id)})`;
      const clause = `${personName(state, event.body.person_id)} ${STANCE_WORDS[event.kind]} ${quoted(jobName(state, event.body.job_id))}${by}`;
      return withReason(clause, 'reason' in event.body ? event.body.reason : undefined);
    }
    case 'assent.shaken':
      return withReason(`Something changed under ${quoted(jobName(state, event.body.job_id))}`, event.body.reason);
    case 'assent.private_reason':
      return withReason(`${personName(state, event.body.person_id)}, kept on the buyer's side`, event.body.reason);
    case 'job.added':
      return `Job added: ${quoted(event.body.name)}`;
    case 'job.reworded':
      return `${quoted(jobName(state, event.body.job_id))} now reads ${quoted(event.body.sentence)}`;
    case 'job.rule_changed':
      return `The rule of ${quoted(jobName(state, event.body.job_id))} changed`;
    case 'job.removed':
      return `${quoted(jobName(state, event.body.job_id))} is no longer a job`;
    default:
      return null;
  }
};

const tellBasis: Tell = (state, event) => {
  switch (event.kind) {
    case 'requirement.changed':
      return `Requirement ${event.body.removed === true ? 'removed' : 'set'}: ${quoted(event.body.text)}`;
    case 'option.changed': {
      const what = event.body.removed === true ? 'removed' : event.body.chosen === true ? 'chosen' : 'set';
      return `Option ${what}: ${quoted(event.body.name)}`;
    }
    case 'option.costed':
      return `Cost ${event.body.cost === null ? 'taken back' : 'set'}: ${state.basis.options[event.body.option_id]?.name ?? 'an option'}`;
    case 'weights.stated':
      return withReason(`${personName(state, event.body.person_id)} weighed what matters`, event.body.sentence);
    case 'weights.aside':
      return withReason(`${personName(state, event.body.person_id)} left the weighing to others`, event.body.reason);
    case 'score.changed':
      return `Scored: ${state.basis.options[event.body.option_id]?.name ?? 'an option'}`;
    case 'claim.changed':
      return `${event.body.retracted === true ? 'Claim taken back' : 'Claim'}: ${event.body.subject}, ${event.body.attribute}: ${valueText(valueIn(event.body))}`;
    case 'contradiction.opened':
      return withReason('Contradiction opened', event.body.note);
    case 'contradiction.resolved':
      return withReason(
        event.body.no_conflict === true ? 'Said to be no contradiction' : 'Contradiction settled',
        event.body.evidence ?? event.body.note,
      );
    case 'net_value.changed':
      return 'The net value changed';
    default:
      return null;
  }
};

const tellFile: Tell = (_state, event) => {
  if (event.kind !== 'file.changed') return null;
  const { removed, content, link, name } = event.body;
  if (removed === true) return `File removed: ${quoted(name)}`;
  return `${link !== undefined ? 'Link' : content !== undefined ? 'File' : 'File set'}: ${quoted(name)}`;
};

const tellValue: Tell = (state, event) => {
  const { assumptions, drivers } = state.basis;
  switch (event.kind) {
    case 'assumption.changed': {
      const { name, value, unit, removed } = event.body;
      if (removed === true) return `Assumption taken out: ${name}`;
      return `Assumption ${event.body.state ?? 'set'}: ${name}, ${value}${unit === undefined ? '' : ` ${unit}`}`;
    }
    case 'assumption.judged': {
      const { person_id, assumption_id, judgement, reason } = event.body;
      const what = quoted(assumptions[assumption_id]?.name ?? 'an assumption');
      const said = { agreed: `agreed to ${what}`, disputed: `disputes ${what}`, open: `has no say yet on ${what}` };
      return withReason(`${personName(state, person_id)} ${said[judgement]}`, reason);
    }
    case 'assumption.commented': {
      const name = assumptions[event.body.assumption_id]?.name ?? 'an assumption';
      return withReason(`Said of ${quoted(name)}`, event.body.comment);
    }
    case 'driver.changed':
      return `Driver ${event.body.removed === true ? 'taken out' : 'set'}: ${event.body.name}`;
    case 'case.set':
      return 'The terms of the value case were set';
    case 'realised.recorded': {
      const name = drivers[event.body.driver_id]?.name ?? 'a driver';
      return withReason(`Realised in ${event.body.month}: ${name}`, event.body.cause);
    }
    default:
      return null;
  }
};

const PROGRESS = { open: 'is open again', started: 'was started', done: 'is done; no job is agreed by that' } as const;

const tellPlan: Tell = (state, event) => {
  const called = (step_id: string): string => quoted(state.plan.steps[step_id]?.name ?? 'a step');
  switch (event.kind) {
    case 'plan.set':
      return 'The target or the working days of the plan were set';
    case 'step.changed':
      return `Step ${event.body.removed === true ? 'taken out' : 'set'}: ${quoted(event.body.name)}`;
    case 'step.progressed': {
      const { step_id, to, ticked } = event.body;
      if (to !== undefined) return `Step ${called(step_id)} ${PROGRESS[to]}`;
      return `Checklist of ${called(step_id)}: an entry ${ticked === false ? 'is open again' : 'is done'}`;
    }
    case 'step.commented':
      return withReason(`Said of the step ${called(event.body.step_id)}`, event.body.comment);
    default:
      return null;
  }
};

const tellPulse: Tell = (state, event) => {
  if (event.kind !== 'pulse.answered' && event.kind !== 'pulse.skipped') return null;
  const who = personName(state, event.body.person_id);
  const question = quoted(PULSE_STATEMENTS[event.body.item]);
  return event.kind === 'pulse.skipped'
    ? `${who} skipped a question: ${question}`
    : `${who} answered ${question}: ${event.body.value} of 5`;
};

/** So much of a text is told in a sentence; the whole of it stands where it was said. */
const TOLD = 300;

const tellThread: Tell = (state, event) => {
  const { questions, risks } = state;
  const asked = (question_id: string): string => quoted(shortly(questions[question_id]?.text ?? 'a question'));
  switch (event.kind) {
    case 'question.asked':
      return `Question: ${quoted(shortly(event.body.text, TOLD))}`;
    case 'question.answered':
      return `Answer to ${asked(event.body.question_id)}: ${quoted(shortly(event.body.text, TOLD))}`;
    case 'question.owned':
      return `You said this without your name: ${quoted(ownWords(state, event.body))}`;
    case 'question.closed':
      return withReason(
        `Question ${event.body.open === true ? 'opened again' : 'closed'}: ${asked(event.body.question_id)}`,
        event.body.reason,
      );
    case 'answer.accepted':
      return `An answer to ${asked(event.body.question_id)} was accepted${event.body.claim_id === undefined ? '' : ', and is a claim'}`;
    case 'risk.changed': {
      const { removed, risk_id, text } = event.body;
      const now = risks[risk_id]?.state ?? 'open';
      return `Risk ${removed === true ? 'taken out' : now}: ${quoted(shortly(text, TOLD))}`;
    }
    default:
      return null;
  }
};

function ownWords(
  { questions }: PurchaseState,
  { question_id, answer_id }: { question_id: string; answer_id?: string | undefined },
): string {
  const question = questions[question_id];
  const answer = question?.answers.find((one) => one.answer_id === answer_id);
  return shortly((answer_id === undefined ? question : answer)?.text ?? 'a question', TOLD);
}

/** What an event led to in the state right after it: jobs completed and reopened, *held*, assents shaken. */
export function consequencesOf(state: PurchaseState, event_id: string): string[] {
  const consequences = state.jobs.flatMap((job) => consequenceForJob(job, event_id));
  const held = state.held.at(-1);
  if (held?.ended?.event_id === event_id) consequences.push('no longer held together');
  else if (held?.began.event_id === event_id) consequences.push('held together');
  const shaken = Object.keys(state.stakeholders).filter((person_id) => wasShaken(state, person_id, event_id));
  if (shaken.length > 0) consequences.push(`shook ${listed(shaken.map((person_id) => personName(state, person_id)))}`);
  return consequences;
}

function consequenceForJob(job: Job, event_id: string): string[] {
  const last = job.complete.at(-1);
  if (last?.ended?.event_id === event_id) return [`${job.name} reopened`];
  if (last?.began.event_id !== event_id) return [];
  return [`${job.name} complete${last.by_composition ? ', by who counts and not by an assent' : ''}`];
}

const wasShaken = (state: PurchaseState, person_id: string, event_id: string): boolean =>
  state.jobs.some((job) => job.assents[person_id]?.shaken.some((cause) => cause.event_id === event_id));
