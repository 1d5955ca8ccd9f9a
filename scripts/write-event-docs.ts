import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EVENT_KINDS, type EventKind } from '../src/core/event.ts';
import { line } from '../src/core/line.ts';
import { jobsMeantBy, TEMPLATES, type TemplateName } from '../src/core/template.ts';
import { EXAMPLES } from './event-examples.ts';

/*
 * Writes docs/events: one JSON Schema for each kind's body, one for the line around it, and the part of the README below
 * its marker. What stands above the marker is written by hand. `--check` writes nothing and fails where a file is stale.
 */

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  pattern?: string;
  format?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}

const FOLDER = join(import.meta.dirname, '..', 'docs', 'events');
const MARKER = '<!-- Below this line everything is written by scripts/write-event-docs.ts. -->';
const KINDS = Object.keys(EVENT_KINDS) as EventKind[];

const schemaOf = (type: z.ZodType): Schema => z.toJSONSchema(type, { io: 'input' }) as Schema;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Every file of the folder with what it has to hold. */
function files(): Map<string, string> {
  const result = new Map<string, string>();
  const around = { title: 'A line of a file of events', ...schemaOf(line) };
  result.set('line.schema.json', json(around));
  for (const kind of KINDS) {
    const { about, body, v } = EVENT_KINDS[kind];
    result.set(`${kind}.schema.json`, json({ title: `${kind}, version ${v}`, description: about, ...schemaOf(body) }));
  }
  const [by_hand = ''] = readFileSync(join(FOLDER, 'README.md'), 'utf8').split(MARKER);
  result.set('README.md', `${by_hand}${MARKER}\n\n${templates()}\n${overview()}\n${KINDS.map(section).join('\n')}`);
  return result;
}

function templates(): string {
  const rows = (Object.keys(TEMPLATES) as TemplateName[]).flatMap((template) =>
    jobsMeantBy(template).map(
      (job) =>
        `| ${template} | ${code(job.job_id)} | ${job.sentence} | ${listed(job.required_roles)} | ${listed(job.rests_on)} | ${job.phase} |`,
    ),
  );
  return [
    '## Presets',
    '',
    'The jobs of `purchase.opened` with a `template`; each needs 2/3 of those who count. `none` has no jobs.',
    '',
    '| template | job_id | sentence | roles required | rests on | phase |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function overview(): string {
  const rows = KINDS.map((kind) => {
    const { about, zones, zone } = EVENT_KINDS[kind];
    const others = zones.filter((other) => other !== zone);
    return `| [${kind}](#${kind.replaceAll('.', '')}) | ${about} | ${zone} | ${others.join(', ')} |`;
  });
  return [
    '## All kinds',
    '',
    '| kind | what it says | zone where none is given | other zones it may have |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function section(kind: EventKind): string {
  const { about, body } = EVENT_KINDS[kind];
  const { properties = {}, required = [] } = schemaOf(body);
  const rows = Object.entries(properties).map(([field, schema]) => {
    const needed = required.includes(field)
      ? 'yes'
      : schema.default === undefined
        ? ''
        : `default ${code(schema.default)}`;
    return `| \`${field}\` | ${typeOf(schema)} | ${needed} | ${schema.description ?? ''} |`;
  });
  const of_import = kind.startsWith('import.');
  const example = {
    ...(of_import ? {} : { purchase_id: 'p1' }),
    kind,
    occurred_at: '2026-03-02T10:00:00Z',
    ...EXAMPLES[kind],
  };
  return [
    `### ${kind}`,
    '',
    `${about} ([schema](${kind}.schema.json))`,
    '',
    '| field of the body | value | needed | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '```json',
    JSON.stringify(example),
    '```',
    '',
  ].join('\n');
}

/** What a field may hold, in a few words. */
function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items === undefined ? 'values' : typeOf(schema.items)}`;
  if (schema.type === 'object') return 'object';
  const range =
    schema.minimum !== undefined && Math.abs(schema.minimum) < 1e9 ? ` ${schema.minimum}–${schema.maximum}` : '';
  const format = schema.format === undefined ? '' : ` (${schema.format})`;
  return `${[schema.type ?? 'any'].flat().join(' or ')}${range}${format}`;
}

const listed = (words: readonly string[]): string => words.map(code).join(', ');

function main(): void {
  const wanted = files();
  const there = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const stale = [
    ...[...wanted].filter(([file, text]) => !there.includes(file) || readFileSync(join(FOLDER, file), 'utf8') !== text),
  ].map(([file]) => file);
  const extra = there.filter((file) => file.endsWith('.schema.json') && !wanted.has(file));
  if (process.argv.includes('--check')) {
    for (const file of [...stale, ...extra]) console.error(`docs/events/${file} is stale: npm run docs`);
    process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const file of extra) rmSync(join(FOLDER, file));
  for (const file of stale) writeFileSync(join(FOLDER, file), wanted.get(file) ?? '');
}

main();
