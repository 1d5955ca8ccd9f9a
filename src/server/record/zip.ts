import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Files and a manifest that tells what they are, as the bytes of a zip; the same content gives the same bytes. */
export function zipOf(files: ReadonlyMap<string, string>, about: object): Uint8Array {
  const listed = [...files].map(([name, text]) => ({
    name,
    size_bytes: strToU8(text).length,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const manifest = `${JSON.stringify({ ...about, files: listed }, null, 2)}\n`;
  // A fixed date, because a zip keeps one for each file.
  const mtime = new Date(2000, 0, 1);
  const entries: Zippable = {};
  for (const [name, text] of [['manifest.json', manifest] as const, ...files])
    entries[name] = [strToU8(text), { mtime }];
  return zipSync(entries);
}
