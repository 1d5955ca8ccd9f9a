import { Parser } from 'htmlparser2';

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'nav', 'iframe', 'object']);
const BLOCKS = new Set(
  'p div section article header footer main aside ul ol li dl dt dd table tr br hr h1 h2 h3 h4 h5 h6 pre blockquote form figure figcaption'.split(
    ' ',
  ),
);

/**
 * The text of an HTML page as people read it: blocks on lines of their own, headings marked with `#`, cells of a row
 * divided by `|`. Nothing of it is loaded or run.
 */
export function pageText(html: string): string {
  const parts: string[] = [];
  let skipped = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (SKIPPED.has(name)) skipped++;
      else if (name === 'td' || name === 'th') parts.push(' | ');
      else if (BLOCKS.has(name)) parts.push(/^h[1-6]$/.test(name) ? '\n# ' : '\n');
    },
    ontext: (text) => {
      if (skipped === 0) parts.push(text.replaceAll(/\s+/g, ' '));
    },
    onclosetag: (name) => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
      else if (BLOCKS.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '#')
    .join('\n');
}
