/** A file that cannot be read at all. `code` is stable; the message says what to do. */
import { importRefusals } from '../../catalogue/import-refusals.ts';
export class UnreadableFile extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}

/** The error for a table that names its columns and has nothing under them. */
export function noRows(): UnreadableFile {
  return new UnreadableFile('import.no_rows', importRefusals.file_column_names_but);
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
