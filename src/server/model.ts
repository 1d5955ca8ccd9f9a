import { z } from 'zod';
import { DRAFTING, type Drafts, draftsIn } from '../core/claims/draft.ts';

/** A text model behind an endpoint that speaks the protocol of OpenAI's chat completions, as its operator set it up. */
export interface Model {
  /** Up to and without `/chat/completions`. */
  url: string;
  key: string | null;
  name: string;
}

const LONGEST_TEXT = 60_000;
const LARGEST_ANSWER_BYTES = 1_000_000;
const LONGEST_WAIT_MS = 30_000;

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

export type ModelFailure =
  | 'model.unreachable'
  | 'model.refused'
  | 'model.slow'
  | 'model.too_large'
  | 'model.bad_answer';

/**
 * Lets the model draft claims from a text; it gets the text and nothing else. What it answers is checked against the text.
 * @param wait_ms after which it counts as too slow
 */
export async function draftClaims(
  model: Model,
  text: string,
  wait_ms: number = LONGEST_WAIT_MS,
): Promise<Drafts | { error: ModelFailure }> {
  const signal = AbortSignal.timeout(wait_ms);
  try {
    const answer = await fetch(`${model.url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      // Where it was set up to be is where it is asked: it cannot send us elsewhere.
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(model.key !== null && { authorization: `Bearer ${model.key}` }),
      },
      body: JSON.stringify({
        model: model.name,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: DRAFTING },
          { role: 'user', content: text.slice(0, LONGEST_TEXT) },
        ],
      }),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return { error: 'model.refused' };
    }
    const body = await limited(answer);
    if (body === null) return { error: 'model.too_large' };
    return draftsOf(body, text) ?? { error: 'model.bad_answer' };
  } catch {
    return { error: signal.aborted ? 'model.slow' : 'model.unreachable' };
  }
}

/** The body as text; null where it is larger than any sensible answer. */
async function limited(answer: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body === null) return '';
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > LARGEST_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

function draftsOf(body: string, text: string): Drafts | null {
  try {
    const parsed = completion.safeParse(JSON.parse(body));
    return parsed.success ? draftsIn(parsed.data.choices[0]?.message.content ?? '', text) : null;
  } catch {
    return null;
  }
}

/** What there is to say where the model did not help; the rules found what they found. */
export const FAILURE_WORDS: Readonly<Record<ModelFailure, string>> = {
  'model.unreachable': 'The text model cannot be reached. What stands here was found by rules.',
  'model.refused': 'The text model refused the request. Who runs this machine should check its key and name.',
  'model.slow': 'The text model took too long. What stands here was found by rules; try again with a shorter text.',
  'model.too_large': 'The text model answered far too much, and all of it was left out.',
  'model.bad_answer': 'What the text model answered was no list of claims, and was left out.',
};
