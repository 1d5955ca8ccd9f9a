import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

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

describe('the catalogue', () => {
  it('is read where something is said, never when a module is loaded', () => {
    expect(sources.flatMap(readTooEarly)).toEqual([]);
  });
});
