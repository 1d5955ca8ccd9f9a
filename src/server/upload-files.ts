import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { kindOf } from '../ingest/read/kind.ts';
import { HEAD_BYTES } from '../ingest/read/open.ts';
import type { Upload } from '../store/upload.ts';

/** A file that came in: a folder of its parts, numbered in the order in which they came. */
export interface ReceivedFiles {
  upload_id: string;
  folder: string;
  paths: string[];
  name: string;
  size_bytes: number;
  sha256: string;
}

interface Part {
  filename: string;
  file: Readable & { truncated?: boolean };
}

/**
 * Streams what came into the folder of uploads, hashing it on the way. A half-received upload leaves nothing; what is not
 * to be imported is refused by its first bytes, before any of it is written (`kindOf`).
 */
export async function receiveFiles(uploads_dir: string, parts: AsyncIterable<Part>): Promise<ReceivedFiles> {
  const upload_id = randomUUID();
  const folder = path.join(uploads_dir, upload_id);
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha256');
  const names: string[] = [];
  const paths: string[] = [];
  let size_bytes = 0;
  try {
    for await (const part of parts) {
      const to = path.join(folder, String(paths.length));
      const counted = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size_bytes += chunk.length;
          yield chunk;
        }
      };
      const looked = (chunks: AsyncIterable<Buffer>) => lookedAt(chunks, part.filename);
      await pipeline(part.file, looked, counted, createWriteStream(to, { mode: 0o600 }));
      names.push(path.basename(part.filename) || 'file');
      paths.push(to);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { upload_id, folder, paths, name: names.join(', '), size_bytes, sha256: hash.digest('hex') };
}

async function* lookedAt(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let head: Buffer[] | null = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head.push(chunk);
    size += chunk.length;
    if (size < HEAD_BYTES) continue;
    await kindOf(Buffer.concat(head), name);
    yield* head;
    head = null;
  }
  if (head === null) return;
  await kindOf(Buffer.concat(head), name);
  yield* head;
}

/** The files of an upload; `file` of its record names the folder and how many parts are in it. */
export function partsOf(uploads_dir: string, upload: Pick<Upload, 'file'>): string[] {
  const [folder = '', count = '0'] = upload.file.split('/');
  return Array.from({ length: Number(count) }, (_, part) => path.join(uploads_dir, folder, String(part)));
}

/** What `partsOf` reads back. */
export const uploadFile = (received: ReceivedFiles): string => `${received.upload_id}/${received.paths.length}`;

/** Deletes the files of uploads whose records are gone. */
export async function deleteUploads(uploads_dir: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const [folder = ''] = file.split('/');
    if (folder !== '') await rm(path.join(uploads_dir, path.basename(folder)), { recursive: true, force: true });
  }
}
