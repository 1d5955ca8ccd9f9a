import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { fileKinds, problems } from '../../catalogue/problems.ts';
import { ProblemError } from '../problem.ts';

/** So much of a file is looked at. */
export const LOOKED_BYTES = 4_200;

/** Endings that promise a kind which is shown here: what has one and is another kind is not taken. */
const PROMISED: Readonly<Record<string, { media_type: string; called: keyof typeof fileKinds }>> = {
  '.pdf': { media_type: 'application/pdf', called: 'pdf' },
  '.png': { media_type: 'image/png', called: 'png' },
  '.jpg': { media_type: 'image/jpeg', called: 'jpeg' },
  '.jpeg': { media_type: 'image/jpeg', called: 'jpeg' },
  '.gif': { media_type: 'image/gif', called: 'gif' },
  '.webp': { media_type: 'image/webp', called: 'webp' },
};

const TEXTS: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
};

/** What is not known is bytes, to save and not to open. */
const BYTES = 'application/octet-stream';

/**
 * What a file is, by its first bytes; its name only says which kind of text.
 * Fails with `file.not_what_it_says` where the name promises something else.
 */
export async function mediaTypeOf(head: Uint8Array, name: string): Promise<string> {
  const ending = path.extname(name).toLowerCase();
  const found = (await fileTypeFromBuffer(head))?.mime ?? null;
  const promised = PROMISED[ending];
  if (promised !== undefined && found !== promised.media_type) {
    throw new ProblemError(
      'file.not_what_it_says',
      problems.not_what_it_says(name, fileKinds[promised.called], found ?? seeming(head)),
    );
  }
  if (found !== null) return found;
  const text = TEXTS[ending];
  return text !== undefined && isText(head) ? text : BYTES;
}

/** What something that has no mark of its own looks like, for people. */
function seeming(head: Uint8Array): string {
  if (head.length === 0) return fileKinds.empty;
  if (!isText(head)) return fileKinds.unknown;
  const text = Buffer.from(head).toString('utf8').trimStart().toLowerCase();
  return /^<(!doctype html|html|head|body|script)/.test(text) ? fileKinds.web_page : fileKinds.text;
}

/** UTF-8 without control characters; what is looked at may end within a letter. */
function isText(head: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000e-\u001a\ufffd]/.test(text);
}

/** What it may be sent as: only what no browser runs anything of. */
export const sentAs = (media_type: string): string =>
  Object.values(PROMISED).some((one) => one.media_type === media_type)
    ? media_type
    : media_type.startsWith('text/')
      ? 'text/plain; charset=utf-8'
      : BYTES;
