const CANDIDATES = [',', ';', '\t', '|'];
const LINES_LOOKED_AT = 50;

/**
 * The delimiter of a text from its beginning: the one that splits most of the first lines into as many cells as the
 * header; among equals the one that makes more cells. A first line `sep=;`, as Excel understands, decides and is
 * skipped.
 */
export function sniffDelimiter(text: string): { delimiter: string; skip: number } {
  const told = /^sep=(.)\r?\n/i.exec(text);
  if (told) return { delimiter: told[1] as string, skip: told[0].length };
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, '""');
  const lines = unquoted.split(/\r\n|\n|\r/, LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  let best = { delimiter: ',', agreeing: 0, cells: 1 };
  for (const delimiter of CANDIDATES) {
    const cells = lines.map((line) => line.split(delimiter).length);
    const header = cells[0] ?? 1;
    if (header < 2) continue;
    const agreeing = cells.filter((count) => count === header).length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && header > best.cells)) {
      best = { delimiter, agreeing, cells: header };
    }
  }
  return { delimiter: best.delimiter, skip: 0 };
}
