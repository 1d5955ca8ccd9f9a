import { formatShare, plain } from '../catalogue/format.ts';
import { sentences } from '../catalogue/sentences.ts';
import { consequences as consequenceTexts, pulseStatements, stanceWords, telling } from '../catalogue/telling.ts';
import { valueIn, valueText } from './claims/value.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { shortly } from './question.ts';
import { personName } from './sentence.ts';
import { type Job, jobOf, type PurchaseState } from './state.ts';

type Tell = (state: PurchaseState, event: LedgerEvent) => string | null;

/** What an event says, as one sentence for the ledger on a screen; names and jobs as they are in the given state. */
export function eventSentence(state: PurchaseState, event: LedgerEvent | UnknownEvent): string {
  if (!isKnown(event)) return `${telling.newer(event.kind)}.`;
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
  const sentence = told ?? telling.other(event.kind);
  // Ending with what somebody said, it may have its mark already.
  return /[.!?…][”“]?$/u.test(sentence) ? sentence : `${sentence}.`;
}

const jobName = (state: PurchaseState, job_id: string): string => jobOf(state, job_id)?.name ?? plain(job_id);

const optionName = ({ basis }: PurchaseState, option_id: string): string =>
  basis.options[option_id]?.name ?? telling.an_option;

const tellPurchase: Tell = (state, event) => {
  switch (event.kind) {
    case 'purchase.opened':
      return telling.opened(event.body.name);
    case 'purchase.renamed':
      return telling.renamed(event.body.name);
    case 'purchase.amount_changed':
      return telling.amount;
    case 'purchase.stage_changed': {
      const { stage, odds } = event.body;
      return telling.stage(stage, odds === undefined ? '' : formatShare(odds));
    }
    case 'purchase.problem_stated':
      return telling.problem(event.body.statement);
    case 'purchase.outcome_reached':
      return telling.ended(event.body.outcome, event.body.reason ?? event.body.activity ?? '');
    case 'purchase.revived':
      return telling.revived(event.body.reason ?? '');
    case 'import.retracted':
      return telling.import_undone;
    case 'import.restored':
      return telling.import_restored;
    case 'event.corrected':
      return telling.corrected(event.body.body === null, event.body.reason ?? '');
    case 'event.zone_moved':
      return telling.moved(event.body.to === 'shared');
    case 'person.erased':
      return telling.erased;
    case 'text.blanked':
      return telling.blanked;
    case 'evidence.recorded':
      return telling.evidence(event.body.activity ?? '', jobName(state, event.body.job_id), event.body.signal);
    case 'touch.recorded':
      return telling.touch(event.body.activity ?? '', event.body.channel, event.body.note ?? '');
    default:
      return null;
  }
};

const tellGroup: Tell = (state, event) => {
  if (!event.kind.startsWith('stakeholder.')) return null;
  const who = 'person_id' in event.body ? personName(state, event.body.person_id ?? null) : sentences.someone;
  switch (event.kind) {
    case 'stakeholder.named':
      return telling.joined(event.body.name ?? who, (event.body.roles ?? []).map(sentences.role));
    case 'stakeholder.entered':
      return telling.came_in(event.body.name ?? who);
    case 'stakeholder.left':
      return telling.left(who, event.body.reason ?? '');
    case 'stakeholder.roles_changed':
      return telling.roles(who, event.body.roles.map(sentences.role));
    case 'stakeholder.delegate_named': {
      const delegate = event.body.delegate_id;
      return delegate === null ? telling.no_delegate(who) : telling.delegate(who, personName(state, delegate));
    }
    default:
      return null;
  }
};

const tellAssent: Tell = (state, event) => {
  switch (event.kind) {
    case 'assent.given':
    case 'assent.reaffirmed':
    case 'assent.working':
    case 'assent.withheld':
    case 'assent.withdrawn':
    case 'assent.aside': {
      const by = event.actor.id === event.body.person_id ? '' : personName(state, event.actor.id);
      const reason = 'reason' in event.body ? (event.body.reason ?? '') : '';
      const did = stanceWords[event.kind];
      return telling.stance(
        ...([personName(state, event.body.person_id), did, jobName(state, event.body.job_id)] as const),
        ...([by, reason] as const),
      );
    }
    case 'assent.shaken':
      return telling.shaken(jobName(state, event.body.job_id), event.body.reason ?? '');
    case 'assent.private_reason':
      return telling.private_reason(personName(state, event.body.person_id), event.body.reason ?? '');
    case 'job.added':
      return telling.job_added(event.body.name);
    case 'job.reworded':
      return telling.job_reads(jobName(state, event.body.job_id), event.body.sentence);
    case 'job.rule_changed':
      return telling.job_rule(jobName(state, event.body.job_id));
    case 'job.removed':
      return telling.job_removed(jobName(state, event.body.job_id));
    default:
      return null;
  }
};

const tellBasis: Tell = (state, event) => {
  switch (event.kind) {
    case 'requirement.changed':
      return telling.requirement(event.body.text, event.body.removed === true);
    case 'option.changed': {
      const what = event.body.removed === true ? 'removed' : event.body.chosen === true ? 'chosen' : 'set';
      return telling.option(event.body.name, what);
    }
    case 'option.costed':
      return telling.cost(optionName(state, event.body.option_id), event.body.cost === null);
    case 'weights.stated':
      return telling.weighed(personName(state, event.body.person_id), event.body.sentence ?? '');
    case 'weights.aside':
      return telling.weighing_left(personName(state, event.body.person_id), event.body.reason ?? '');
    case 'score.changed':
      return telling.scored(optionName(state, event.body.option_id));
    case 'claim.changed':
      return telling.claim(
        ...([event.body.subject, event.body.attribute, valueText(valueIn(event.body))] as const),
        event.body.retracted === true,
      );
    case 'contradiction.opened':
      return telling.contradiction(event.body.note ?? '');
    case 'contradiction.resolved':
      return telling.settled(event.body.no_conflict === true, event.body.evidence ?? event.body.note ?? '');
    case 'net_value.changed':
      return telling.net_value;
    default:
      return null;
  }
};

const tellFile: Tell = (_state, event) => {
  if (event.kind !== 'file.changed') return null;
  const { removed, content, link, name } = event.body;
  const put = link !== undefined ? 'link' : content !== undefined ? 'file' : 'set';
  return telling.file(name, removed === true ? 'removed' : put);
};

const tellValue: Tell = (state, event) => {
  const { assumptions, drivers } = state.basis;
  switch (event.kind) {
    case 'assumption.changed': {
      const { name, value, unit, removed } = event.body;
      if (removed === true) return telling.assumption_removed(name);
      return telling.assumption(name, event.body.state ?? 'set', `${value}${unit === undefined ? '' : ` ${unit}`}`);
    }
    case 'assumption.judged': {
      const { person_id, assumption_id, judgement, reason } = event.body;
      const what = assumptions[assumption_id]?.name ?? telling.an_assumption;
      return telling.judged(personName(state, person_id), judgement, what, reason ?? '');
    }
    case 'assumption.commented': {
      const name = assumptions[event.body.assumption_id]?.name ?? telling.an_assumption;
      return telling.said_of(name, event.body.comment);
    }
    case 'driver.changed':
      return telling.driver(event.body.name, event.body.removed === true);
    case 'case.set':
      return telling.case_set;
    case 'realised.recorded': {
      const name = drivers[event.body.driver_id]?.name ?? telling.a_driver;
      return telling.realised(event.body.month, name, event.body.cause ?? '');
    }
    default:
      return null;
  }
};

const tellPlan: Tell = (state, event) => {
  const called = (step_id: string): string => state.plan.steps[step_id]?.name ?? telling.a_step;
  switch (event.kind) {
    case 'plan.set':
      return telling.plan_set;
    case 'step.changed':
      return telling.step(event.body.name, event.body.removed === true);
    case 'step.progressed': {
      const { step_id, to, ticked } = event.body;
      if (to !== undefined) return telling.step_stands(called(step_id), to);
      return telling.ticked(called(step_id), ticked === false);
    }
    case 'step.commented':
      return telling.said_of_step(called(event.body.step_id), event.body.comment);
    default:
      return null;
  }
};

const tellPulse: Tell = (state, event) => {
  if (event.kind !== 'pulse.answered' && event.kind !== 'pulse.skipped') return null;
  const who = personName(state, event.body.person_id);
  const question = pulseStatements[event.body.item];
  return event.kind === 'pulse.skipped'
    ? telling.skipped(who, question)
    : telling.rated(who, question, event.body.value);
};

/** So much of a text is told in a sentence; the whole of it stands where it was said. */
const TOLD = 300;

const tellThread: Tell = (state, event) => {
  const { questions, risks } = state;
  const asked = (question_id: string): string => shortly(questions[question_id]?.text ?? telling.a_question);
  switch (event.kind) {
    case 'question.asked':
      return telling.question(shortly(event.body.text, TOLD));
    case 'question.answered':
      return telling.answer(asked(event.body.question_id), shortly(event.body.text, TOLD));
    case 'question.owned':
      return telling.own_words(ownWords(state, event.body));
    case 'question.closed':
      return telling.question_closed(asked(event.body.question_id), event.body.open === true, event.body.reason ?? '');
    case 'answer.accepted':
      return telling.accepted(asked(event.body.question_id), event.body.claim_id !== undefined);
    case 'risk.changed': {
      const { removed, risk_id, text } = event.body;
      const now = risks[risk_id]?.state ?? 'open';
      return telling.risk(shortly(text, TOLD), now, removed === true);
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
  return shortly((answer_id === undefined ? question : answer)?.text ?? telling.a_question, TOLD);
}

/** What an event led to in the state right after it: jobs completed and reopened, *held*, assents shaken. */
export function consequencesOf(state: PurchaseState, event_id: string): string[] {
  const consequences = state.jobs.flatMap((job) => consequenceForJob(job, event_id));
  const held = state.held.at(-1);
  if (held?.ended?.event_id === event_id) consequences.push(consequenceTexts.no_longer_held);
  else if (held?.began.event_id === event_id) consequences.push(consequenceTexts.held);
  const shaken = Object.keys(state.stakeholders).filter((person_id) => wasShaken(state, person_id, event_id));
  if (shaken.length > 0)
    consequences.push(consequenceTexts.shook(shaken.map((person_id) => personName(state, person_id))));
  return consequences;
}

function consequenceForJob(job: Job, event_id: string): string[] {
  const last = job.complete.at(-1);
  if (last?.ended?.event_id === event_id) return [consequenceTexts.reopened(job.name)];
  if (last?.began.event_id !== event_id) return [];
  return [consequenceTexts.complete(job.name, last.by_composition)];
}

const wasShaken = (state: PurchaseState, person_id: string, event_id: string): boolean =>
  state.jobs.some((job) => job.assents[person_id]?.shaken.some((cause) => cause.event_id === event_id));
