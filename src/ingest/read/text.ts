/** A piece of decoded text. */
export interface TextChunk {
  text: string;
  /** True when some bytes of this piece were not valid in the file's encoding and stand as U+FFFD. */
  damaged: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a file from its first bytes: a byte order mark decides; else text in which every second byte is
 * mostly zero is UTF-16; else what is valid UTF-8 is UTF-8; else windows-1252, the superset of Latin-1 in which
 * spreadsheets of western systems save.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 512) / 2);
  let even_zeros = 0;
  let odd_zeros = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even_zeros++;
    if (head[2 * i + 1] === 0) odd_zeros++;
  }
  if (pairs > 0 && odd_zeros > pairs * 0.6 && even_zeros < pairs * 0.1) return 'utf-16le';
  if (pairs > 0 && even_zeros > pairs * 0.6 && odd_zeros < pairs * 0.1) return 'utf-16be';
  try {
    // `stream` allows the last character of the head to be cut through.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * Decodes a file piece by piece. A file whose first bytes were plain ASCII and that later turns out not to be UTF-8
 * is read as windows-1252 from there on, which is what it was all along. Where UTF-8 is broken after it had been
 * right, the piece is marked as damaged.
 */
export function decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<TextChunk> {
  return encoding === 'utf-8' ? decodedUtf8(bytes) : decodedAs(bytes, encoding);
}

async function* decodedAs(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield { text, damaged: false };
  }
  // An odd byte at the end of UTF-16 becomes U+FFFD here.
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, damaged: true };
}

async function* decodedUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<TextChunk> {
  const decoder = new Utf8Decoder();
  let first = true;
  let held: Buffer = Buffer.alloc(0);
  for await (const fresh of endMarked(bytes)) {
    const joined = held.length === 0 ? (fresh ?? held) : Buffer.concat([held, fresh ?? Buffer.alloc(0)]);
    const whole = fresh === null ? joined.length : joined.length - unfinished(joined);
    held = joined.subarray(whole);
    if (whole === 0) continue;
    const chunk = decoder.decode(joined.subarray(0, whole));
    if (first && chunk.text.startsWith('\ufeff')) chunk.text = chunk.text.slice(1);
    first = false;
    yield chunk;
  }
}

/** Decodes pieces that do not cut through a character. */
class Utf8Decoder {
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #western = new TextDecoder('windows-1252');
  #is_western = false;
  #only_ascii = true;

  decode(piece: Buffer): TextChunk {
    if (this.#is_western) return { text: this.#western.decode(piece), damaged: false };
    try {
      const text = this.#strict.decode(piece);
      this.#only_ascii &&= text.length === piece.length;
      return { text, damaged: false };
    } catch {
      this.#is_western = this.#only_ascii;
      const decoder = this.#is_western ? this.#western : this.#lenient;
      return { text: decoder.decode(piece), damaged: !this.#is_western };
    }
  }
}

/** The pieces, then null: so that the last bytes go the same way as all others. */
async function* endMarked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  yield* bytes;
  yield null;
}

/** How many bytes at the end belong to a UTF-8 character that is not complete yet. */
function unfinished(piece: Buffer): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}
