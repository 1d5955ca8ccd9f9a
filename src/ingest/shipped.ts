import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Mapping, mapping } from '../core/mapping.ts';

/** From the sources, and from the bundle. */
const FOLDERS = ['../../data/mappings/', '../data/mappings/'];

let shipped: readonly Mapping[] | undefined;

/** The mappings that come with the program, by name. Read once. */
export function shippedMappings(): readonly Mapping[] {
  shipped ??= readShipped();
  return shipped;
}

function readShipped(): Mapping[] {
  const folder = FOLDERS.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (folder === undefined) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => mapping.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
}
