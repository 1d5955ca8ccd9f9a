/** A command cannot go on: a stable code, and a sentence that says what to do. Exit code 1; 2 for a wrong call. */
export class CommandFailure extends Error {
  readonly code: string;
  readonly exit_code: number;
  constructor(code: string, message: string, exit_code = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.code = code;
    this.exit_code = exit_code;
  }
}

/** The stable code of an error that has one. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
