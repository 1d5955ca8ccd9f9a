import { answering } from '../catalogue/answering.ts';
import type { InputOf, OperationName, OutputOf } from '../contract/operations.ts';
import type { Problem } from '../contract/terms.ts';
import { Discarded, sendOrKeep } from './outbox.ts';
import { paths } from './paths.ts';

export const BASE = '/api/v1';

/** What the program refused, with its sentence; thrown by `call`. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(problem: Pick<Problem, 'code' | 'detail' | 'status'>) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** The program could not be reached at all. */
export class Unreachable extends Error {}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

interface CallOptions {
  /** Who acts, by person id. */
  as?: string | null;
  signal?: AbortSignal;
  /** Not worth sending later, where it cannot be sent now. */
  only_now?: boolean;
}

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What says who acts, and that they only look at what buyers see. @param as as `usePlace` gives it */
function actingHeaders(as: string | null | undefined): Record<string, string> {
  if (!as) return {};
  if (!as.endsWith(PREVIEW)) return { 'x-acting-as': as };
  return { 'x-acting-as': as.slice(0, -PREVIEW.length), 'x-preview': 'buyer' };
}

/** Ends who acts, while they look at what buyers see: what is kept of a page is then kept apart. No id has a space. */
export const PREVIEW = ' as a buyer';

/** The address of an operation with its path parts and query filled in. */
export function address<N extends OperationName>(name: N, input: Omit<InputOf<N>, 'body'>): string {
  const { params, query } = input as Parts;
  const path = paths[name].slice(paths[name].indexOf(' ') + 1);
  const filled = path.replaceAll(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(params?.[key] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const asked = search.toString();
  return `${BASE}${filled}${asked === '' ? '' : `?${asked}`}`;
}

/**
 * Calls one operation of the contract. A write that does not reach the program is kept and sent as soon as it can be.
 * @throws {Refusal} with the program's own sentence, {Unreachable} when it does not answer
 */
export async function call<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<OutputOf<N>> {
  const method = paths[name].slice(0, paths[name].indexOf(' '));
  const { body } = input as Parts;
  const headers: Record<string, string> = { accept: 'application/json', ...actingHeaders(options.as) };
  if (method !== 'GET') headers['idempotency-key'] = crypto.randomUUID();
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, signal: options.signal ?? null };
  if (body !== undefined) init.body = JSON.stringify(body);
  const url = address(name, input);
  const send = () => fetch(url, init);
  // What can be ended on the way is asked, not written.
  const kept = method !== 'GET' && options.only_now !== true && options.signal === undefined;
  const answered = kept ? sendOrKeep(JSON.stringify([method, url, options.as, init.body]), send) : send();
  const answer = await answered.catch((error: unknown) => {
    if (options.signal?.aborted || error instanceof Discarded) throw error;
    throw new Unreachable(answering.no_answer);
  });
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as OutputOf<N>;
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const text = await answer.text();
  return new Refusal(problemIn(text, answer.status));
}

function problemIn(text: string, status: number): Pick<Problem, 'code' | 'detail' | 'status'> {
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.detail === 'string') return { code: problem.code ?? 'unknown', detail: problem.detail, status };
  } catch {
    // Not a problem document: whatever stands between us and the program answered.
  }
  return {
    code: 'unknown',
    detail: answering.answered_with(status),
    status,
  };
}

interface SendOptions {
  as: string | null;
  /** How far it is, 0 to 1. */
  onShare: (share: number) => void;
  /** Ends it half-way; nothing of it stays. */
  signal?: AbortSignal;
}

/** Sends files to an operation that takes them. Rejects with an `AbortError` where the signal ended it. */
export function sendFiles<N extends 'uploads.create' | 'files.create'>(
  name: N,
  input: Omit<InputOf<N>, 'body'>,
  files: readonly File[],
  { as, onShare, signal }: SendOptions,
): Promise<OutputOf<N>> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(name, input));
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    for (const [header, value] of Object.entries(actingHeaders(as))) request.setRequestHeader(header, value);
    request.upload.onprogress = (event) => onShare(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Unreachable(answering.upload_stopped));
    request.onabort = () => reject(new DOMException(answering.upload_ended, 'AbortError'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as OutputOf<N>);
      else reject(new Refusal(problemIn(request.responseText, request.status)));
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** The bytes that an operation answers with. */
export async function fetchBytes<N extends OperationName>(
  name: N,
  input: Omit<InputOf<N>, 'body'>,
  as: string | null,
  signal?: AbortSignal,
): Promise<Blob> {
  const headers: Record<string, string> = actingHeaders(as);
  const answer = await fetch(address(name, input), { headers, signal: signal ?? null });
  if (!answer.ok) throw await refusalOf(answer);
  return answer.blob();
}

/** Saves an operation's answer as a file, with the caller's name in a header. */
export async function download<N extends OperationName>(
  name: N,
  input: Omit<InputOf<N>, 'body'>,
  file_name: string,
  as: string | null,
): Promise<void> {
  saveFile(await fetchBytes(name, input, as), file_name);
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, file_name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file_name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A table as a CSV file (RFC 4180) for the browser's downloads. */
export function saveCsv(rows: readonly (readonly (string | number | null)[])[], file_name: string): void {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  saveFile(new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv' }), file_name);
}
