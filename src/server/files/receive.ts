import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { problems } from '../../catalogue/problems.ts';
import { ProblemError } from '../problem.ts';
import { LOOKED_BYTES, mediaTypeOf } from './media.ts';

/** A file that came in whole: where it lies, and what it is. */
export interface Received {
  file: string;
  name: string;
  content: { sha256: string; size_bytes: number; media_type: string };
}

/** What a form says around a file. */
const FORM_BYTES = 64 * 1024;
const LONGEST_NAME = 300;

/**
 * Streams the one file of a form into a folder, hashing, counting and looking at it on the way; never whole in memory. What is
 * refused leaves nothing. Fails with `file.none`, `file.too_large` or `file.not_what_it_says`.
 */
export async function receiveFile(request: FastifyRequest, dir: string, largest_bytes: number): Promise<Received> {
  if (!request.isMultipart()) {
    throw new ProblemError('file.none', problems.send_file_as_multipart);
  }
  // What says beforehand that it is too large is not waited for.
  if (Number(request.headers['content-length'] ?? 0) > largest_bytes + FORM_BYTES) throw tooLarge(largest_bytes);
  const part = await request.file({ limits: { fileSize: largest_bytes + 1, files: 1 } });
  if (part === undefined) throw new ProblemError('file.none', problems.no_file_came_with);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, randomUUID());
  const name = nameOf(part.filename);
  try {
    return { file, name, content: await written(part.file, { file, name, largest_bytes }) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

interface Writing {
  file: string;
  name: string;
  largest_bytes: number;
}

async function written(stream: Readable, { file, name, largest_bytes }: Writing): Promise<Received['content']> {
  const hash = createHash('sha256');
  let size_bytes = 0;
  let head = Buffer.alloc(0);
  let media_type: string | null = null;
  const looked = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size_bytes += chunk.length;
      if (size_bytes > largest_bytes) throw tooLarge(largest_bytes);
      hash.update(chunk);
      if (head.length < LOOKED_BYTES) head = Buffer.concat([head, chunk.subarray(0, LOOKED_BYTES)]);
      if (head.length >= LOOKED_BYTES) media_type ??= await mediaTypeOf(head, name);
      yield chunk;
    }
    media_type ??= await mediaTypeOf(head, name);
  };
  await pipeline(stream, looked, createWriteStream(file, { mode: 0o600 }));
  return { sha256: hash.digest('hex'), size_bytes, media_type: media_type ?? 'application/octet-stream' };
}

/** A name without folders and without letters that only steer; letters of any script stay as they are. */
function nameOf(filename: string): string {
  const plain = path.posix
    .basename(filename.replaceAll('\\', '/'))
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  if (plain === '') return 'file';
  if (plain.length <= LONGEST_NAME) return plain;
  const ending = path.extname(plain).slice(0, 20);
  return plain.slice(0, LONGEST_NAME - ending.length) + ending;
}

const tooLarge = (largest_bytes: number): ProblemError =>
  new ProblemError('file.too_large', problems.file_larger_than_most(sizeText(largest_bytes)));

const sizeText = (bytes: number): string =>
  bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
