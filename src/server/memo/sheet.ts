import { languageNow } from '../../catalogue/language.ts';
import { fontFile, inFont, type Weight } from './font.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A4 in points, and what is left of it for text. */
const PAGE = { width: 595.28, height: 841.89, left: 56, top: 60, bottom: 72 } as const;
export const WIDTH = PAGE.width - 2 * PAGE.left;

/** How a text looks: its size in points, weight and grey, and the height of a line as a part of the size. */
export interface Look {
  size: number;
  weight: Weight;
  ink: string;
  leading: number;
}

/** Where a line stands in its box. */
export interface Box {
  x: number;
  width: number;
  align: 'left' | 'right';
}
export const WHOLE: Box = { x: 0, width: WIDTH, align: 'left' };

/** A document while it is written, from top to bottom. */
export interface Sheet {
  /** Points from the top of the page. */
  y: number;
  missing: boolean;
  linesOf: (text: string, look: Look, width: number) => string[];
  /** Goes to a new page unless so many points are left on this one. @returns whether it did */
  room: (points: number) => boolean;
  /** Draws lines one below the other from `y` on, as content of an element of the document; leaves `y` where it is. */
  draw: (element: Element | null, lines: readonly string[], look: Look, box: Box) => void;
  rule: (ink: string) => void;
  /** Opens an element of the document's structure, for who has it read aloud. */
  element: (parent: Element | null, tag: string) => Element;
  /** Writes the foot of every page and closes the file. */
  finish: (foot: (page: number, of: number) => string, look: Look) => Promise<Buffer>;
}

export const lineHeight = ({ size, leading }: Look): number => size * leading;

interface Titled {
  title: string;
  as_of: string;
}

/** Opens an empty document of A4 pages, tagged for assistive software. The same content is the same file. */
export async function openSheet({ title, as_of }: Titled): Promise<Sheet> {
  const { default: PdfDocument } = await import('pdfkit');
  const made = new Date(as_of);
  const doc = new PdfDocument({
    ...{
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: languageNow(),
      displayTitle: true,
    },
    info: { Title: title, Creator: 'Coassent', Producer: 'Coassent', CreationDate: made, ModDate: made },
  });
  doc.registerFont('regular', fontFile('regular'));
  doc.registerFont('bold', fontFile('bold'));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet: Sheet = {
    y: PAGE.top,
    missing: false,
    linesOf: (text, look, width) => {
      const shown = inFont(text, hasGlyph(doc, look.weight));
      sheet.missing ||= shown !== text.normalize('NFC');
      return wrapped(shown, width, widthIn(doc, look));
    },
    room: (points) => {
      if (sheet.y + points <= PAGE.height - PAGE.bottom) return false;
      doc.addPage();
      sheet.y = PAGE.top;
      return true;
    },
    draw: (element, lines, look, box) => drawLines(doc, element, lines, { look, box, y: sheet.y }),
    rule: (ink) => {
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(PAGE.left, sheet.y)
        .lineTo(PAGE.left + WIDTH, sheet.y)
        .lineWidth(0.5)
        .strokeColor(ink)
        .stroke();
      doc.endMarkedContent();
    },
    element: (parent, tag) => {
      const made_element = doc.struct(tag as Parameters<Document['struct']>[0]);
      (parent ?? root).add(made_element);
      return made_element;
    },
    finish: (foot, look) => finish(doc, root, foot, look),
  };
  return sheet;
}

interface Fontkit {
  hasGlyphForCodePoint: (code_point: number) => boolean;
}

/** What is found out about a font while a document is written: looking into it takes long. */
interface Known {
  glyphs: Map<number, boolean>;
  /** Of words, in parts of the size of the letters. */
  widths: Map<string, number>;
}
const known_of = new WeakMap<Document, Record<Weight, Known>>();

function knownOf(doc: Document, weight: Weight): Known {
  const known = known_of.get(doc) ?? { regular: newKnown(), bold: newKnown() };
  known_of.set(doc, known);
  return known[weight];
}

const newKnown = (): Known => ({ glyphs: new Map(), widths: new Map() });

/** The font that is used draws what it has; what it was made of says what that is. */
function hasGlyph(doc: Document, weight: Weight): (code_point: number) => boolean {
  const { glyphs } = knownOf(doc, weight);
  return (code_point) => {
    const known = glyphs.get(code_point);
    if (known !== undefined) return known;
    doc.font(weight);
    const { font } = (doc as unknown as { _font: { font: Fontkit } })._font;
    const has = font.hasGlyphForCodePoint(code_point);
    glyphs.set(code_point, has);
    return has;
  };
}

/** The width of a word. */
function widthIn(doc: Document, { weight, size }: Look): (word: string) => number {
  const { widths } = knownOf(doc, weight);
  return (word) => {
    let width = widths.get(word);
    if (width === undefined) {
      width = doc.font(weight).fontSize(1).widthOfString(word);
      widths.set(word, width);
    }
    return width * size;
  };
}

/** Breaks a text into lines of a width: between words, and within one that is too long for a line alone. */
function wrapped(text: string, width: number, widthOf: (word: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (part: string, wide: number, between: string): void => {
    const gap = line === '' ? 0 : widthOf(between);
    if (line !== '' && used + gap + wide > width) {
      lines.push(line);
      line = part;
      used = wide;
      return;
    }
    line += line === '' ? part : between + part;
    used += gap + wide;
  };
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    if (wide <= width) {
      add(word, wide, ' ');
      continue;
    }
    let between = ' ';
    for (const letter of word) {
      add(letter, widthOf(letter), between);
      between = '';
    }
  }
  return [...lines, line];
}

const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

interface Place {
  look: Look;
  box: Box;
  y: number;
}

function drawLines(doc: Document, element: Element | null, lines: readonly string[], { look, box, y }: Place): void {
  doc.font(look.weight).fontSize(look.size).fillColor(look.ink);
  lines.forEach((line, index) => {
    if (line === '') return;
    // Figures below each other are as wide as each other.
    const features = box.align === 'right' ? TABULAR : [];
    const spare = box.align === 'right' ? box.width - doc.widthOfString(line, { features }) : 0;
    const content = element === null ? null : doc.markStructureContent('Span');
    if (content === null) doc.markContent('Artifact', { type: 'Pagination' });
    doc.text(line, PAGE.left + box.x + spare, y + index * lineHeight(look), { lineBreak: false, features });
    doc.endMarkedContent();
    if (content !== null) element?.add(content);
  });
}

async function finish(
  doc: Document,
  root: Element,
  foot: (page: number, of: number) => string,
  look: Look,
): Promise<Buffer> {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const line = inFont(foot(page + 1, count), hasGlyph(doc, look.weight));
    drawLines(doc, null, [line], { look, box: WHOLE, y: PAGE.height - PAGE.bottom / 2 });
  }
  root.end();
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.end();
  return done;
}
