import { memoFrame } from '../../catalogue/memo-document.ts';
import type { Memo, MemoBlock, MemoSection } from '../../core/memo/model.ts';
import { MISSING } from './font.ts';
import { type Box, type Look, lineHeight, openSheet, type Sheet, WHOLE, WIDTH } from './sheet.ts';

const INK = '#15181d';
const DIM = '#5b6270';
const LINE = '#b9bec8';
const TITLE: Look = { size: 21, weight: 'bold', ink: INK, leading: 1.25 };
const ABOUT: Look = { size: 9.5, weight: 'regular', ink: DIM, leading: 1.45 };
const HEADING: Look = { size: 13.5, weight: 'bold', ink: INK, leading: 1.3 };
const TEXT: Look = { size: 10, weight: 'regular', ink: INK, leading: 1.5 };
const TABLE_TITLE: Look = { size: 9.5, weight: 'bold', ink: INK, leading: 1.4 };
const HEAD: Look = { size: 8.5, weight: 'bold', ink: DIM, leading: 1.35 };
const CELL: Look = { size: 9, weight: 'regular', ink: INK, leading: 1.38 };
const FOOT: Look = { size: 8, weight: 'regular', ink: DIM, leading: 1.3 };

const GAP = { section: 20, block: 8, row: 4, cell: 10, item: 3, indent: 14 } as const;
type Element = ReturnType<Sheet['element']>;

/** What a box in place of a letter means, where there is one. */
const missingNote = (): string => memoFrame.letter(MISSING);

/** The memo as a PDF: A4, its font within, tagged, with page numbers; tables say their columns again on every page. */
export async function memoPdf(memo: Memo): Promise<Buffer> {
  const sheet = await openSheet(memo);
  flow(sheet, sheet.element(null, 'H1'), memo.title, TITLE);
  sheet.y += 4;
  flow(sheet, sheet.element(null, 'P'), memo.subtitle, ABOUT);
  sheet.y += 10;
  sheet.rule(LINE);
  for (const section of memo.sections) drawSection(sheet, section);
  if (sheet.missing) {
    sheet.y += GAP.section;
    flow(sheet, sheet.element(null, 'P'), missingNote(), ABOUT);
  }
  return sheet.finish((page, of) => memoFrame.page(memo.title, page, of).slice(0, 110), FOOT);
}

/** Draws a text from line to line and from page to page; ends its element. */
function flow(sheet: Sheet, element: Element, text: string, look: Look, box: Box = WHOLE): void {
  for (const line of sheet.linesOf(text, look, box.width)) {
    sheet.room(lineHeight(look));
    sheet.draw(element, [line], look, box);
    sheet.y += lineHeight(look);
  }
  element.end();
}

function drawSection(sheet: Sheet, { title, blocks }: MemoSection): void {
  const section = sheet.element(null, 'Sect');
  sheet.y += GAP.section;
  const [first] = blocks;
  const heading = sheet.linesOf(title, HEADING, WIDTH).length * lineHeight(HEADING) + GAP.block;
  // A heading never stands alone at the foot of a page.
  sheet.room(heading + (first === undefined ? 0 : leastOf(sheet, first)));
  flow(sheet, sheet.element(section, 'H2'), title, HEADING);
  for (const block of blocks) {
    sheet.y += GAP.block;
    drawBlock(sheet, section, block);
  }
  section.end();
}

/** How much of a block has to stand on the page on which it begins. */
function leastOf(sheet: Sheet, block: MemoBlock): number {
  if (block.kind === 'table') return leastOfTable(sheet, block);
  const [text = '', width] = block.kind === 'text' ? [block.text, WIDTH] : [block.items[0], WIDTH - GAP.indent];
  return Math.min(sheet.linesOf(text, TEXT, width ?? WIDTH).length, 3) * lineHeight(TEXT);
}

function drawBlock(sheet: Sheet, section: Element, block: MemoBlock): void {
  switch (block.kind) {
    case 'text':
      sheet.room(leastOf(sheet, block));
      flow(sheet, sheet.element(section, 'P'), block.text, TEXT);
      return;
    case 'list':
      drawList(sheet, section, block.items);
      return;
    case 'table':
      drawTable(sheet, section, block);
  }
}

function drawList(sheet: Sheet, section: Element, items: readonly string[]): void {
  const list = sheet.element(section, 'L');
  for (const item of items) {
    const entry = sheet.element(list, 'LI');
    const lines = sheet.linesOf(item, TEXT, WIDTH - GAP.indent);
    sheet.room(Math.min(lines.length, 3) * lineHeight(TEXT));
    sheet.draw(null, ['•'], TEXT, { ...WHOLE, x: 2 });
    flow(sheet, sheet.element(entry, 'LBody'), item, TEXT, { ...WHOLE, x: GAP.indent, width: WIDTH - GAP.indent });
    entry.end();
    sheet.y += GAP.item;
  }
  list.end();
}

type Table = Extract<MemoBlock, { kind: 'table' }>;

/** A row as it will be drawn: the lines of each of its cells. */
type Row = string[][];

function boxesOf({ columns }: Table): Box[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const free = WIDTH - GAP.cell * (columns.length - 1);
  let x = 0;
  return columns.map(({ share, align }) => {
    const width = (free * share) / whole;
    const box = { x, width, align };
    x += width + GAP.cell;
    return box;
  });
}

const rowOf = (sheet: Sheet, cells: readonly string[], look: Look, boxes: readonly Box[]): Row =>
  boxes.map(({ width }, at) => sheet.linesOf(cells[at] ?? '', look, width));

const heightOf = (row: Row, look: Look): number => Math.max(...row.map((lines) => lines.length)) * lineHeight(look);

const headOf = (sheet: Sheet, table: Table, boxes: readonly Box[]): Row =>
  rowOf(
    sheet,
    table.columns.map(({ title }) => title),
    HEAD,
    boxes,
  );

/** Its title, its head, and the first lines of its first row. */
function leastOfTable(sheet: Sheet, table: Table): number {
  const boxes = boxesOf(table);
  const [first] = table.rows;
  const row =
    first === undefined ? 0 : Math.min(heightOf(rowOf(sheet, first, CELL, boxes), CELL), 3 * lineHeight(CELL));
  return lineHeight(TABLE_TITLE) + heightOf(headOf(sheet, table, boxes), HEAD) + row + 4 * GAP.row;
}

function drawTable(sheet: Sheet, section: Element, table: Table): void {
  const boxes = boxesOf(table);
  const head = headOf(sheet, table, boxes);
  sheet.room(leastOfTable(sheet, table));
  const element = sheet.element(section, 'Table');
  flow(sheet, sheet.element(element, 'Caption'), table.title, TABLE_TITLE);
  drawHead(sheet, head, boxes, element);
  for (const cells of table.rows) {
    const row = rowOf(sheet, cells, CELL, boxes);
    drawRow(sheet, row, { boxes, head, element });
  }
  element.end();
}

/** @param element of the table where the head is said first; on later pages it is drawn again, and not said */
function drawHead(sheet: Sheet, head: Row, boxes: readonly Box[], element: Element | null): void {
  sheet.y += GAP.row;
  const row = element === null ? null : sheet.element(element, 'TR');
  boxes.forEach((box, at) => {
    const cell = row === null ? null : sheet.element(row, 'TH');
    sheet.draw(cell, head[at] ?? [], HEAD, box);
    cell?.end();
  });
  row?.end();
  sheet.y += heightOf(head, HEAD) + GAP.row;
  sheet.rule(LINE);
}

interface InTable {
  boxes: readonly Box[];
  head: Row;
  element: Element;
}

/** A row stays on one page where it fits on one; what is longer goes on on the next, below the head again. */
function drawRow(sheet: Sheet, row: Row, { boxes, head, element }: InTable): void {
  const line = lineHeight(CELL);
  const tr = sheet.element(element, 'TR');
  const cells = boxes.map(() => sheet.element(tr, 'TD'));
  const count = Math.max(...row.map((lines) => lines.length));
  const whole = count * line + 2 * GAP.row;
  const tall = whole > 500;
  if (sheet.room(tall ? 4 * line : whole)) drawHead(sheet, head, boxes, null);
  sheet.y += GAP.row;
  for (let at = 0; at < count; at++) {
    if (sheet.room(line + GAP.row)) {
      drawHead(sheet, head, boxes, null);
      sheet.y += GAP.row;
    }
    boxes.forEach((box, column) => {
      const text = row[column]?.[at];
      if (text !== undefined) sheet.draw(cells[column] ?? null, [text], CELL, box);
    });
    sheet.y += line;
  }
  for (const cell of cells) cell.end();
  tr.end();
  sheet.y += GAP.row;
  sheet.rule(LINE);
}
