import { z } from 'zod';
import { modelFailures } from '../catalogue/problems.ts';
import { DRAFTING, type Drafts, draftsIn } from '../core/claims/draft.ts';
import { type Sentence, type Statement, SUMMARISING, summaryIn } from '../core/claims/summary.ts';
import { type OutgoingError, openOutgoing } from './outgoing.ts';

/** A text model behind an endpoint that speaks the protocol of OpenAI's chat completions, as its operator set it up. */
export interface Model {
  /** Up to and without `/chat/completions`. */
  url: string;
  key: string | null;
  name: string;
}

const LONGEST_TEXT = 60_000;
const LIMITS = { time_ms: 30_000, size_bytes: 1_000_000 };

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

export type ModelFailure = OutgoingError | 'model.refused' | 'model.bad_answer';

/**
 * Lets the model draft claims from a text; it gets the text and nothing else. What it answers is checked against the text.
 * @param time_ms after which it counts as too slow
 */
export function draftClaims(model: Model, text: string, time_ms?: number): Promise<Drafts | { error: ModelFailure }> {
  return ask(model, { told: DRAFTING, given: text }, (answer) => draftsIn(answer, text), time_ms);
}

/** Lets the model summarise numbered statements; what it answers is checked against those that it cites. */
export function summarise(
  model: Model,
  statements: readonly Statement[],
): Promise<{ sentences: Sentence[]; dropped: number } | { error: ModelFailure }> {
  const given = statements.map(({ n, text }) => `${n}. ${text}`).join('\n');
  return ask(model, { told: SUMMARISING, given }, (answer) => summaryIn(answer, statements));
}

/**
 * Asks the model. It is asked where it was set up to be and nowhere else: a redirect counts as a refusal.
 * @param read takes what can be used out of the answer; null where that is nothing
 */
async function ask<T>(
  model: Model,
  { told, given }: { told: string; given: string },
  read: (answer: string) => T | null,
  time_ms: number = LIMITS.time_ms,
): Promise<T | { error: ModelFailure }> {
  const url = new URL(`${model.url.replace(/\/+$/, '')}/chat/completions`);
  // Who runs the machine may keep a model in a network of their own.
  const answer = await openOutgoing([url.hostname]).send(
    {
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(model.key !== null && { authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({
        model: model.name,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: told },
          { role: 'user', content: given.slice(0, LONGEST_TEXT) },
        ],
      }),
    },
    { ...LIMITS, time_ms },
  );
  if ('error' in answer) return answer;
  if (answer.status !== 200) return { error: 'model.refused' };
  return readAnswer(answer.body.toString('utf8'), read) ?? { error: 'model.bad_answer' };
}

function readAnswer<T>(body: string, read: (answer: string) => T | null): T | null {
  try {
    const parsed = completion.safeParse(JSON.parse(body));
    return parsed.success ? read(parsed.data.choices[0]?.message.content ?? '') : null;
  } catch {
    return null;
  }
}

/** What there is to say where the model did not help; the rules found what they found. */
export function failureSentence(error: ModelFailure): string {
  const known: Readonly<Record<string, string>> = modelFailures;
  return known[error] ?? modelFailures.other;
}
