import { type FileHandle, open } from 'node:fs/promises';
import { importRefusals } from '../../catalogue/import-refusals.ts';
import { BrokenOff, UnreadableFile } from './broken.ts';
import { readCsv } from './csv.ts';
import { gunzipped } from './gunzip.ts';
import { readJsonl } from './jsonl.ts';
import type { RowSource } from './row.ts';
import { decoded, detectEncoding, type Encoding, type TextChunk } from './text.ts';
import { readXes } from './xes.ts';

/** How much of a file is looked at to tell what it is. */
export const HEAD_BYTES = 64 * 1024;
const PIECE_BYTES = 128 * 1024;

/** A file as decoded text, with what it was found to be. */
export interface OpenText {
  format: 'csv' | 'xes' | 'jsonl';
  text: AsyncGenerator<TextChunk>;
  /** Bytes read from the disk so far. */
  bytesRead: () => number;
  /** Closes the file, where its text is not read to the end. */
  close: () => Promise<void>;
}

/**
 * Opens a file for reading, row by row, in constant memory. What it is, is told by its content, never by its name:
 * gzip is unpacked, the encoding is detected, and CSV, XES and JSON lines are told apart.
 *
 * @throws UnreadableFile for a file that does not exist, is empty, binary, a spreadsheet or an archive
 */
export async function openRows(path: string): Promise<RowSource> {
  const { format, text, bytesRead } = await openText(path);
  return READERS[format](text, bytesRead);
}

/** The same one step earlier: text in pieces, for readers of formats of their own. Errors as `openRows`. */
export async function openText(path: string): Promise<OpenText> {
  const file = await openFile(path);
  try {
    const count = { bytes: 0 };
    const raw = await takeHead(pieces(file, count), 4);
    refuseContainers(raw.head);
    const { head, all } = await takeHead(isGzip(raw.head) ? gunzipped(raw.all) : raw.all, HEAD_BYTES);
    refuseContainers(head);
    const encoding = detectEncoding(head);
    const start = new TextDecoder(encoding).decode(head, { stream: true });
    refuseNonText(head, start, encoding);
    const format = sniffFormat(start);
    const text = format === 'xes' ? decoded(all, encoding) : inLines(decoded(all, encoding));
    return { format, text, bytesRead: () => count.bytes, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A table is read line by line, so a line has to end before it fills the memory. */
const LONGEST_LINE = 32 * 1024 * 1024;

export async function* inLines(text: AsyncIterable<TextChunk>, longest = LONGEST_LINE): AsyncGenerator<TextChunk> {
  let since = 0;
  for await (const piece of text) {
    const end = Math.max(piece.text.lastIndexOf('\n'), piece.text.lastIndexOf('\r'));
    since = end < 0 ? since + piece.text.length : piece.text.length - end - 1;
    if (since > longest) {
      throw new UnreadableFile('read.line_too_long', importRefusals.line_file_does_not);
    }
    yield piece;
  }
}

/**
 * What the first bytes of a file, or of the file packed in it, say that it is.
 *
 * @throws UnreadableFile as `openText` does
 */
export async function formatOf(start: Buffer): Promise<{ format: OpenText['format']; packed: boolean; head: Buffer }> {
  refuseContainers(start);
  const packed = isGzip(start);
  const once = (async function* () {
    yield start;
  })();
  const { head } = packed ? await takeHead(gunzipped(once), HEAD_BYTES) : { head: start };
  refuseContainers(head);
  const encoding = detectEncoding(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  refuseNonText(head, text, encoding);
  return { format: sniffFormat(text), packed, head };
}

const READERS = { csv: readCsv, xes: readXes, jsonl: readJsonl };

/**
 * What a text is, from its first characters.
 *
 * @throws UnreadableFile for one JSON document over several lines, a web page, or XML that is no event log
 */
export function sniffFormat(head: string): 'csv' | 'xes' | 'jsonl' {
  const start = head.trimStart();
  if (/^\{\s*\n/.test(start) || /^\[\s*[[{"]/.test(start)) {
    const message = importRefusals.one_json_document_write;
    throw new UnreadableFile('read.json_document', message);
  }
  if (start.startsWith('{')) return 'jsonl';
  if (!start.startsWith('<')) return 'csv';
  if (/<log[\s>]/.test(start)) return 'xes';
  if (/^<(?:!doctype html|html)/i.test(start)) {
    const message = importRefusals.web_page_not_data;
    throw new UnreadableFile('read.web_page', message);
  }
  const message = importRefusals.xml_not_event_log;
  throw new UnreadableFile('read.unknown_xml', message);
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    const stat = await file.stat();
    if (stat.isDirectory()) {
      await file.close();
      throw new UnreadableFile('read.folder', importRefusals.folder_name_one_file(path));
    }
    if (stat.size === 0) {
      await file.close();
      throw new UnreadableFile('read.empty', importRefusals.file_empty_export_again);
    }
    return file;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UnreadableFile('read.not_found', importRefusals.there_no_file_check(path));
    if (code === 'EACCES') throw new UnreadableFile('read.not_allowed', importRefusals.file_may_not_read(path));
    throw error;
  }
}

async function* pieces(file: FileHandle, count: { bytes: number }): AsyncGenerator<Buffer> {
  try {
    while (true) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(PIECE_BYTES) });
      if (bytesRead === 0) return;
      count.bytes += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** At least `bytes` from the start (less only where there is less), and the whole stream with its start again. */
async function takeHead(stream: AsyncGenerator<Buffer>, bytes: number) {
  const parts: Buffer[] = [];
  let size = 0;
  let broken: BrokenOff | undefined;
  try {
    while (size < bytes) {
      const next = await stream.next();
      if (next.done) break;
      parts.push(next.value);
      size += next.value.length;
    }
  } catch (error) {
    // What came before the break is still read; whoever reads on meets the break in its place.
    if (!(error instanceof BrokenOff)) throw error;
    broken = error;
  }
  return { head: Buffer.concat(parts), all: whole(parts, stream, broken) };
}

async function* whole(parts: Buffer[], rest: AsyncGenerator<Buffer>, broken: BrokenOff | undefined) {
  try {
    yield* parts;
    if (broken) throw broken;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function refuseContainers(head: Buffer): void {
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) {
    const names = head.toString('latin1');
    if (names.includes('xl/') || names.includes('[Content_Types].xml')) {
      throw new UnreadableFile('read.spreadsheet', importRefusals.excel_workbook_open_and);
    }
    throw new UnreadableFile('read.zip', importRefusals.zip_archive_unpack_and);
  }
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new UnreadableFile('read.spreadsheet', importRefusals.old_excel_workbook_open);
  }
}

function refuseNonText(head: Buffer, text: string, encoding: Encoding): void {
  if (text.trim() === '') {
    throw new UnreadableFile('read.empty', importRefusals.file_nothing_but_blanks);
  }
  const controls = text.slice(0, 4096).match(CONTROL_CHARACTERS)?.length ?? 0;
  const has_zeros = !encoding.startsWith('utf-16') && head.subarray(0, 4096).includes(0);
  if (has_zeros || controls > 8) {
    throw new UnreadableFile('read.binary', importRefusals.not_text_file_choose);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
