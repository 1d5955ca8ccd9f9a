/**
 * What the store says when it cannot go on: a stable dotted code (`embedded.already_running`) and one sentence that
 * tells a person what to do. The server maps the code to an HTTP status, the command line prints the sentence.
 */
export class StoreFailure extends Error {
  readonly code: string;

  constructor(code: string, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'StoreFailure';
    this.code = code;
  }
}

/** The `code` of a system error (`ENOSPC`) or of a Postgres error (`42501`), or undefined where there is none. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Turns a failed file operation in the data folder into a sentence about the folder.
 * Errors that say nothing about the folder are given back as they are.
 */
export function folderFailure(folder: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreFailure(
        'embedded.disk_full',
        `There is no space left for the data folder ${folder}. Free some, or choose another folder with --data.`,
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT': // What a read-only disk makes of a folder that is missing.
      return new StoreFailure(
        'embedded.folder_not_writable',
        `The data folder ${folder} cannot be written. Make it a folder that you may write, or choose another with --data.`,
        error,
      );
    default:
      return error;
  }
}
