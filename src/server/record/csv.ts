/** What a cell of a table can hold. */
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** A table as RFC 4180 has it. @param head the names of the columns, separated by commas */
export const csv = (head: string, rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows.map((row) => row.map(cellOf).join(','))].map((row) => `${row}\r\n`).join('');

/** Things as a table of the fields that the head names. */
export const tableOfFields = (things: readonly object[], head: string): string =>
  csv(
    head,
    things.map((thing) => head.split(',').map((field) => (thing as Record<string, Cell>)[field])),
  );

/** What a spreadsheet would take for a formula gets an apostrophe before it. */
function cellOf(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join(' ');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
