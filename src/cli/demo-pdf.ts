/** One line of a page: what it says and how large, in points. */
export interface PdfLine {
  text: string;
  size: number;
}

const LEFT = 64;
const TOP = 770;

/** A one-page PDF (1.4, A4) of lines below one another, in a font that every reader has. */
export function plainPdf(title: string, lines: readonly PdfLine[]): Buffer {
  let y = TOP;
  const shown = lines.map(({ text, size }) => {
    y -= size * 1.5;
    return `BT /F1 ${size} Tf ${LEFT} ${y.toFixed(1)} Td (${escaped(text)}) Tj ET`;
  });
  const content = shown.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

/** Letters that WinAnsi has at another place than Latin-1; what neither has is left out. */
const PLACED: Readonly<Record<string, string>> = { '’': '\x92', '“': '\x93', '”': '\x94', '–': '\x96', '€': '\x80' };

const escaped = (text: string): string =>
  text
    .replaceAll(/[’“”–€]/g, (letter) => PLACED[letter] ?? '')
    .replaceAll(/[^\x20-\x7e\x80-\xff]/g, '')
    .replaceAll(/[\\()]/g, (letter) => `\\${letter}`);
