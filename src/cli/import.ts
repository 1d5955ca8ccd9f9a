import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { issuesOf } from '../core/line.ts';
import { type Mapping, mapping as mappingSchema } from '../core/mapping.ts';
import { shippedMappings } from '../ingest/shipped.ts';
import { type FilePreview, suggest } from '../ingest/suggest.ts';
import { runImportJob } from '../server/import-job.ts';
import type { Db } from '../store/db.ts';
import { findImport, type ImportRecord, listRefusals, putImport } from '../store/imports.ts';
import { restoreImport } from '../store/retraction.ts';
import type { Scope } from '../store/scope.ts';
import { actingScope } from './acting.ts';
import { CommandFailure } from './failure.ts';
import { withStore } from './open.ts';
import { type DataOptions, withActing, withData } from './options.ts';
import { note, printJson, printLines, progressBar } from './output.ts';
import { OWN_WORKSPACE } from './prepare.ts';

interface ImportOptions extends DataOptions {
  workspace: string;
  as?: string;
  mapping?: string;
  zone?: string;
  suggest?: boolean;
}

export function addImport(program: Command): void {
  withActing(withData(program.command('import')))
    .summary('Import files as one unit, with a mapping.')
    .description(
      'Imports an event log (CSV, XES), a CRM export (several files at once) or an export of Coassent. Without --mapping a\n' +
        'shipped mapping is recognised, or one is suggested. The same file with the same mapping doubles nothing.',
    )
    .argument('<file...>', 'the file, or the parts of a CRM export')
    .option('--workspace <id>', 'into which workspace', OWN_WORKSPACE)
    .option('--mapping <file>', 'a mapping file, or the name of a shipped mapping')
    .option('--zone <zone>', 'IANA zone of times without an offset, e.g. Europe/Rome')
    .option('--suggest', 'only print the mapping that would be used')
    .addHelpText(
      'after',
      '\nExamples:\n  coassent import log.xes.gz\n  coassent import deals.csv --suggest > deals.mapping.json\n' +
        '  coassent import deals.csv --mapping deals.mapping.json --zone Europe/Berlin --as first-seller',
    )
    .action(runImport);
}

async function runImport(files: string[], options: ImportOptions): Promise<void> {
  const paths = files.map((file) => path.resolve(file));
  const chosen = options.mapping === undefined ? undefined : readMapping(options.mapping);
  const name = paths.map((file) => path.basename(file)).join(', ');
  const seen = await suggest({ paths, name, ...(chosen !== undefined && { mapping: chosen }) });
  const mapping = withZone(seen.mapping, options.zone);
  if (options.suggest === true) {
    printJson(mapping);
    return;
  }
  refuseOpenQuestions(seen, options.zone);
  const onProgress = (sentence: string) => note(sentence);
  const record = await withStore({ data: options.data, beside: true, onProgress }, async ({ db }) => {
    const scope = await actingScope(db, options.workspace, options.as);
    const done = await importInto(db, scope, { paths, name, mapping });
    await report(db, scope, done, options.json === true);
    return done;
  });
  if (record.state === 'failed') process.exitCode = 1;
}

async function importInto(
  db: Db,
  scope: Scope,
  { paths, name, mapping }: { paths: string[]; name: string; mapping: Mapping },
): Promise<ImportRecord> {
  const sha256 = await hashOf(paths);
  const now = new Date().toISOString();
  const before = await findImport(db, scope, sha256);
  const same = before !== null && JSON.stringify(before.mapping) === JSON.stringify(mapping);
  if (same && before.state === 'done') return before;
  if (same && before.state === 'retracted') {
    const actor = actorOf(scope);
    return restoreImport(db, scope, {
      import_id: before.import_id,
      actor,
      on_behalf_of: scope.person_id,
      command_id: randomUUID(),
      now,
    });
  }
  if (before?.state === 'done') {
    throw new CommandFailure(
      'import.already_imported',
      'This file is imported already, with another mapping. Undo that import in the browser first.',
    );
  }
  const import_id = randomUUID();
  await putImport(db, scope, { import_id, name, sha256, upload_id: null, mapping, started_at: now });
  const bar = progressBar();
  try {
    return await runImportJob(
      db,
      { scope, import_id, paths, mapping },
      { onProgress: (at) => bar.update(at.share, `${at.step}: ${at.events} events of ${at.purchases} purchases`) },
    );
  } finally {
    bar.stop();
  }
}

const actorOf = (scope: Scope) =>
  scope.person_id === null
    ? { kind: 'operator' as const, id: 'operator', side: 'none' as const }
    : { kind: 'person' as const, id: scope.person_id, side: scope.side };

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of paths) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function readMapping(given: string): Mapping {
  const shipped = shippedMappings().find((mapping) => mapping.name === given);
  if (shipped !== undefined) return shipped;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(given, 'utf8'));
  } catch {
    const names = shippedMappings().map((mapping) => mapping.name);
    throw new CommandFailure(
      'mapping.unreadable',
      `"${given}" is neither a mapping file (JSON) nor one of: ${names.join(', ')}.`,
      2,
    );
  }
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CommandFailure('mapping.malformed', `The mapping ${given} cannot be used: ${issuesOf(parsed.error)}`, 2);
}

const withZone = (mapping: Mapping, zone: string | undefined): Mapping =>
  zone === undefined ? mapping : { ...mapping, time: { ...mapping.time, zone } };

/** What nobody answered must not be guessed: the first question that keeps the file from being read rightly. */
function refuseOpenQuestions(seen: FilePreview, zone: string | undefined): void {
  for (const { code, text } of seen.questions) {
    if (code === 'time.needs_zone' && zone === undefined)
      throw new CommandFailure(code, `${text} Say it with --zone.`, 2);
    if (code === 'time.ambiguous') {
      throw new CommandFailure(
        code,
        `${text} Write the mapping with --suggest, set time.format, and give it with --mapping.`,
        2,
      );
    }
    note(text);
  }
}

/** So many refused rows are told one by one on a terminal. */
const TOLD = 20;

async function report(db: Db, scope: Scope, record: ImportRecord, json: boolean): Promise<void> {
  const { refusals } = await listRefusals(db, scope, record.import_id, { after: 0, limit: json ? 1000 : TOLD });
  const { mapping: _mapping, sha256: _sha256, upload_id: _upload, ...told } = record;
  if (json) {
    printJson({ ...told, refusals });
    return;
  }
  const { open, bought, lost, no_decision } = record.outcomes;
  printLines([
    `${record.purchases} purchases, ${record.events} events from ${record.rows_read} rows; ${record.repeated} were there already.`,
    `bought ${bought}, lost ${lost}, no decision ${no_decision}, open ${open}`,
    ...refusals.map(({ line, column, reason }) => `line ${line}${column === null ? '' : `, ${column}`}: ${reason}`),
    ...(record.refused > refusals.length ? [`… and ${record.refused - refusals.length} more rows were refused.`] : []),
  ]);
}
