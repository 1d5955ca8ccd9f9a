import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { de } from '../src/catalogue/de/de.ts';
import { inLanguage, LANGUAGES, type Language } from '../src/catalogue/language.ts';
import type { Translation } from '../src/catalogue/texts.ts';

const root = path.resolve(import.meta.dirname, '..');

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('src', file))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
  .map(({ file, text }) => ({ file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) }));

const holdsTexts = (file: string): boolean => /^src\/catalogue\/(?!format\.|language\.|texts\.)/.test(file);

/** What a file makes or imports of the catalogue's texts, by the names it uses. */
function textsOf({ file, tree }: (typeof sources)[number]): Set<string> {
  const names = tree.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return importedTexts(file, statement);
    if (!ts.isVariableStatement(statement) || !holdsTexts(file)) return [];
    return statement.declarationList.declarations.map(({ name }) => name.getText(tree));
  });
  return new Set(names);
}

function importedTexts(file: string, { moduleSpecifier, importClause }: ts.ImportDeclaration): string[] {
  if (!ts.isStringLiteral(moduleSpecifier)) return [];
  if (!holdsTexts(path.posix.join(path.posix.dirname(file), moduleSpecifier.text))) return [];
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

/** Where texts are read when the module is loaded, before it is known in which language. */
function readTooEarly(source: (typeof sources)[number]): string[] {
  const names = textsOf(source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    // A field of an object is set when the object is made.
    if (ts.isPropertyDeclaration(node) && !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))
      return;
    if (ts.isIdentifier(node) && names.has(node.text) && isRead(node)) {
      const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${source.file}:${line + 1} ${node.parent.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

/** Names of properties and of what is declared are no reading. */
function isRead({ parent, ...node }: ts.Identifier & { parent: ts.Node }): boolean {
  const at = (other: ts.Node): boolean => other.pos === node.pos;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return !at(parent.name);
  if (ts.isPropertyAccessExpression(parent)) return at(parent.expression);
  return !ts.isBindingElement(parent);
}

/** What each language but English is registered with, and its folder. */
const TRANSLATIONS: Readonly<Record<Exclude<Language, 'en'>, Translation>> = { de };

type Part = Readonly<Record<string, object>>;

/** The parts in English: a file of the catalogue that makes texts, and what it exports. */
async function partsInEnglish(): Promise<[string, Part][]> {
  const files = readdirSync(path.join(root, 'src/catalogue')).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.') && holdsTexts(`src/catalogue/${file}`),
  );
  return Promise.all(
    files.map(async (file): Promise<[string, Part]> => {
      const all = (await import(path.join(root, 'src/catalogue', file))) as Record<string, unknown>;
      const texts = Object.entries(all).filter(([, one]) => typeof one === 'object' && one !== null);
      return [file.slice(0, -'.ts'.length), Object.fromEntries(texts) as Part];
    }),
  );
}

/** Where a translation has something else than English has: a text in place of what makes one, a key more or less. */
function differences(english: unknown, other: unknown, where: string): string[] {
  if (typeof english !== 'object' || english === null) {
    return typeof english === typeof other ? [] : [`${where}: ${typeof english} is ${typeof other}`];
  }
  if (typeof other !== 'object' || other === null) return [`${where} is not there`];
  const keys = new Set([...Object.keys(english), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((english as Part)[key], (other as Part)[key], where === '' ? key : `${where}.${key}`),
  );
}

const inEnglish = <T>(part: T): T => inLanguage('en', () => structuredTexts(part) as T);

/** Texts as they are, out of what reads them in the language in force. */
const structuredTexts = (part: unknown): unknown =>
  typeof part === 'object' && part !== null
    ? Object.fromEntries(Object.entries(part).map(([key, one]) => [key, structuredTexts(one)]))
    : part;

/** Where a sentence is for whoever develops or runs the program, and stays English in the code. */
const FOR_DEVELOPERS: readonly { why: string; is: (node: ts.Node, file: string) => boolean }[] = [
  { why: 'the description of the API', is: (node) => isCallOf(node, /\.(describe|meta)$/) },
  { why: 'a programmer’s mistake', is: (node) => ts.isNewExpression(node) && /^(Range|Type)?Error$/.test(name(node)) },
  {
    why: 'a failure of the machine or its settings',
    is: (node) => ts.isNewExpression(node) && name(node) === 'StoreFailure',
  },
  { why: 'a line for whoever runs the machine', is: (node) => isCallOf(node, /onFailure$|onProgress$/) },
  {
    why: 'what a test or the API calls an operation',
    is: (node) => isNamed(node, /^(summary|description|title_for_api)$/),
  },
  { why: 'SQL', is: (node) => isCallOf(node, /\.query$/) },
  { why: 'the description of the API', is: (_, file) => /^src\/server\/(openapi|setting|serve)\.ts$/.test(file) },
  { why: 'the description of the ledger', is: (_, file) => file === 'src/core/event.ts' },
  { why: 'the addresses of the API', is: (_, file) => file === 'src/web/paths.ts' },
  { why: 'what the demo is made of', is: (_, file) => file.startsWith('src/core/simulate/') },
  { why: 'instructions to a text model', is: (node) => isNamed(node, /^(DRAFTING|SUMMARISING)$/) },
];

const name = (node: ts.NewExpression): string => node.expression.getText();
const isCallOf = (node: ts.Node, called: RegExp): boolean =>
  ts.isCallExpression(node) && called.test(node.expression.getText());
const isNamed = (node: ts.Node, names: RegExp): boolean =>
  (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && names.test(node.name.getText());

/** Literals that read like a sentence for people: a capital letter first, and three words or more. */
function sentencesIn({ file, tree }: (typeof sources)[number]): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (FOR_DEVELOPERS.some(({ is }) => is(node, file))) {
      // Only what stands in it is for developers; what it is called on may hold more.
      if (ts.isCallExpression(node)) visit(node.expression);
      return;
    }
    const text = literalText(node);
    if (
      text !== null &&
      /^[“"]?\p{Lu}/u.test(text) &&
      (text.match(/\p{L}{2,}/gu) ?? []).length >= 3 &&
      / /.test(text)
    ) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${text.slice(0, 70)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
    return node.text.trim();
  if (!ts.isTemplateExpression(node)) return null;
  return `${node.head.text}${node.templateSpans.map(({ literal }) => ` ${literal.text}`).join('')}`.trim();
}

describe('the catalogue', () => {
  it('is read where something is said, never when a module is loaded', () => {
    expect(sources.flatMap(readTooEarly)).toEqual([]);
  });

  it('holds every sentence that people read', () => {
    const said = sources.filter(({ file }) => /^src\/(core|server|ingest|web)\//.test(file));
    expect(said.flatMap(sentencesIn)).toEqual([]);
  });

  it.each(Object.entries(TRANSLATIONS))(
    'has in %s what English has, in every part that is registered',
    async (_, to) => {
      const english = Object.fromEntries(await partsInEnglish());
      expect(Object.keys(to).filter((part) => english[part] === undefined)).toEqual([]);
      const found = Object.entries(to).flatMap(([part, own]) =>
        differences(inEnglish(english[part]), { ...own }, part),
      );
      expect(found).toEqual([]);
    },
  );

  it('is registered in every language that it has a folder for', () => {
    const folders = readdirSync(path.join(root, 'src/catalogue'), { withFileTypes: true });
    const found = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
    expect(found.sort()).toEqual(Object.keys(TRANSLATIONS).sort());
    expect(Object.keys(LANGUAGES).sort()).toEqual(['en', ...found].sort());
    for (const [language, to] of Object.entries(TRANSLATIONS)) {
      const files = readdirSync(path.join(root, 'src/catalogue', language)).filter((file) => file !== `${language}.ts`);
      expect(Object.keys(to).sort()).toEqual(files.map((file) => file.slice(0, -'.ts'.length)).sort());
    }
  });
});

describe('every part of the catalogue', () => {
  it.each(Object.entries(TRANSLATIONS))('is told in %s', async (_, to) => {
    const missing = (await partsInEnglish()).map(([part]) => part).filter((part) => to[part] === undefined);
    expect(missing).toEqual([]);
  });
});
