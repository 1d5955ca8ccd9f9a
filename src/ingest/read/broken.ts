/** A file that cannot be read at all. `code` is stable; the message says what to do. */
export class UnreadableFile extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}

/** The bytes of a file ended too early or turned into nonsense; all bytes before that have been given. */
export class BrokenOff extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'BrokenOff';
    this.code = code;
  }
}
