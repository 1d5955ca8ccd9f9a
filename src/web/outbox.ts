import { useSyncExternalStore } from 'react';
import { answering } from '../catalogue/answering.ts';
import { frame } from '../catalogue/frame.ts';
import { say } from './ui/toast.tsx';

/*
 * Writes that did not reach the program. Each is sent again, in order, with the key that it had, until it is answered; so
 * that one whose answer was lost is carried out once. They are kept while the page is open.
 */
interface Unsent {
  /** What is written: the same again, while it waits, is the same wish. */
  same: string;
  send: () => Promise<Response>;
  answered: Promise<Response>;
  resolve: (answer: Response) => void;
  reject: (error: unknown) => void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

let unsent: readonly Unsent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let wait_ms = FIRST_RETRY_MS;
let sending = false;
const listeners = new Set<() => void>();

function keep(now: readonly Unsent[]): void {
  unsent = now;
  for (const listener of listeners) listener();
}

/** Somebody changed their mind, and what waited was not sent. */
export class Discarded extends Error {}

/**
 * Sends a write, or keeps it until it can be sent. Whatever the program answers is an answer; only one that did not come is
 * waited for. Rejects with `Discarded` when it is given up.
 */
export async function sendOrKeep(same: string, send: () => Promise<Response>): Promise<Response> {
  if (unsent.length === 0) {
    try {
      return await send();
    } catch (error) {
      // Whoever ended it wants it no more.
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      // It did not arrive, or its answer did not: kept below.
    }
  }
  const waiting = unsent.find((one) => one.same === same) ?? keepOne(same, send);
  return (await waiting.answered).clone();
}

function keepOne(same: string, send: () => Promise<Response>): Unsent {
  const { promise, resolve, reject } = withResolvers();
  const one = { same, send, answered: promise, resolve, reject };
  say(frame.kept_unsent);
  keep([...unsent, one]);
  later();
  return one;
}

function withResolvers() {
  let resolve: (answer: Response) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Response>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), wait_ms);
  wait_ms = Math.min(LONGEST_RETRY_MS, wait_ms * 2);
}

/** Sends what waits, in order, as far as it goes. */
async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  try {
    for (let [first] = unsent; first !== undefined; [first] = unsent) {
      const answer = await first.send();
      first.resolve(answer);
      keep(unsent.filter((one) => one !== first));
    }
    wait_ms = FIRST_RETRY_MS;
  } catch {
    later();
  } finally {
    sending = false;
  }
}

/** The connection is back: what waits is sent now. */
export function sendUnsent(): void {
  if (unsent.length === 0) return;
  wait_ms = FIRST_RETRY_MS;
  void flush();
}

/** Gives up what waits. */
export function discardUnsent(): void {
  clearTimeout(timer);
  const given_up = unsent;
  keep([]);
  for (const { reject } of given_up) reject(new Discarded(answering.discarded));
}

/** How many writes wait to be sent. */
export const useUnsent = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsent.length,
  );

/** Leaving the page would lose what waits: the browser asks first. */
export function guardUnsent(): void {
  addEventListener('online', sendUnsent);
  addEventListener('beforeunload', (event) => {
    if (unsent.length > 0) event.preventDefault();
  });
}
