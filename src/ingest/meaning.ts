import { importRefusals } from '../catalogue/import-refusals.ts';
import type { Channel, Outcome, Side, Signal } from '../core/body/words.ts';
import type { Mapping } from '../core/mapping.ts';
import { TEMPLATES, type TemplateName } from '../core/template.ts';

/** What an activity of the source means. */
export interface Meaning {
  evidence: readonly { job: string; signal: Signal }[];
  outcome: Outcome | null;
  channel: Channel | null;
  side: Side | null;
  ignore: boolean;
}

/** A mapping made ready for looking up. Words are kept in maps, where `constructor` is a word like any other. */
export interface Meanings {
  activities: ReadonlyMap<string, Meaning>;
  /** By the word in lower case. */
  outcomes: ReadonlyMap<string, Outcome>;
  template: TemplateName;
}

/** A mapping that cannot be used. `code` is stable; the message says what to do. */
export class BadMapping extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'BadMapping';
    this.code = code;
  }
}

/**
 * Makes a mapping ready for use.
 * @throws BadMapping for a template or job that does not exist
 */
export function meaningsOf(mapping: Mapping): Meanings {
  const template = templateOf(mapping.template);
  const jobs = new Set<string>(TEMPLATES[template].map((job) => job.job_id));
  const activities = new Map<string, Meaning>();
  for (const [word, given] of Object.entries(mapping.activities)) {
    for (const { job } of given.evidence ?? []) if (!jobs.has(job)) throw noSuchJob(word, job, template, jobs);
    activities.set(word, {
      evidence: given.evidence ?? [],
      outcome: given.outcome ?? null,
      channel: given.channel ?? null,
      side: given.side ?? null,
      ignore: given.ignore ?? false,
    });
  }
  const outcomes = new Map(Object.entries(mapping.outcomes).map(([word, outcome]) => [outcomeKey(word), outcome]));
  return { activities, outcomes, template };
}

/** Outcome words are compared without regard to case and outer blanks. */
export const outcomeKey = (word: string): string => word.trim().toLowerCase();

function templateOf(name: string): TemplateName {
  if (Object.hasOwn(TEMPLATES, name)) return name as TemplateName;
  const known = Object.keys(TEMPLATES).join(', ');
  throw new BadMapping('import.no_such_template', importRefusals.there_no_template_choose(name, known));
}

function noSuchJob(word: string, job: string, template: string, jobs: ReadonlySet<string>): BadMapping {
  const message = importRefusals.no_such_job(word, job, template, [...jobs].join(', '));
  return new BadMapping('import.no_such_job', message);
}
