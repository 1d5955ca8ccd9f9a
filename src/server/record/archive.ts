import { archiveTexts } from '../../catalogue/server-texts.ts';
import type { LedgerEvent, UnknownEvent } from '../../core/event.ts';
import type { FileVersion, PurchaseFile } from '../../core/file.ts';
import { writeLine } from '../../core/line.ts';
import type { PurchaseState } from '../../core/state.ts';
import { type Cell, csv } from './csv.ts';
import { type StreamedFile, zipStream } from './zip.ts';

/** What an archive is made of: only what its reader may read. */
export interface Archived {
  events: readonly (LedgerEvent | UnknownEvent)[];
  state: PurchaseState;
  /** The person it was made for; null for who runs the machine. */
  made_for: string | null;
  runs_it: string;
  /** The bytes of a version of a file. */
  openFile: (version: FileVersion) => ReturnType<StreamedFile['open']>;
}

/** The archive of a purchase as a zip, piece by piece, with the files in it; the same content gives the same bytes. */
export function archiveOf(archived: Archived): AsyncGenerator<Uint8Array> {
  const { events, state, made_for, runs_it, openFile } = archived;
  const recorded = events.map((event) => event.recorded_at).sort();
  const streamed = versionsOf(state).flatMap(({ path, version }): StreamedFile[] => {
    const { content } = version;
    if (content === null) return [];
    const { sha256, size_bytes } = content;
    return [{ name: path, sha256, size_bytes, open: () => openFile(version) }];
  });
  return zipStream(filesOf(archived), streamed, {
    what: archiveTexts.purchase,
    purchase_id: state.purchase_id,
    view: state.view,
    made_for,
    runs_it,
    recorded_up_to: recorded.at(-1) ?? null,
    events: events.length,
  });
}

/** Every version of every file, and where it stands in the archive. */
function versionsOf({ files }: PurchaseState): { file: PurchaseFile; version: FileVersion; path: string }[] {
  return Object.values(files).flatMap((file, at) =>
    file.versions.map((version, number) => ({
      file,
      version,
      path: `files/${at + 1} ${inPath(file.name)}/${number + 1} ${inPath(version.name)}`,
    })),
  );
}

/** A name that is one part of a path on every system. */
const inPath = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, '_').slice(0, 120);

function filesOf({ events, state }: Pick<Archived, 'events' | 'state'>): Map<string, string> {
  const { basis } = state;
  const jobs = state.jobs.map((job) => [
    job.job_id,
    job.name,
    job.sentence,
    job.phase,
    job.required_roles,
    job.quorum,
    job.complete.at(-1)?.to === null,
    job.reopens,
  ]);
  const assents = state.jobs.flatMap((job) =>
    Object.entries(job.assents).map(([person_id, one]) => [
      ...[job.job_id, person_id, one.state, one.at, one.by, one.zone, one.confidence],
      ...[one.sentence, one.reason, one.private_reason, one.shaken.length > 0],
    ]),
  );
  return new Map([
    ['README.txt', archiveTexts.purchase_readme],
    ['events.jsonl', events.map((event) => `${JSON.stringify(writeLine(event))}\n`).join('')],
    [
      'people.csv',
      tableOf(state.stakeholders, 'person_id,name,function,roles,named_at,entered_at,left_at,delegate_id'),
    ],
    ['jobs.csv', csv('job_id,name,sentence,phase,required_roles,quorum,complete,reopens', jobs)],
    ['assents.csv', csv('job_id,person_id,state,at,by,zone,confidence,sentence,reason,private_reason,shaken', assents)],
    ['requirements.csv', tableOf(basis.requirements, 'requirement_id,text,priority,removed,at')],
    ['options.csv', tableOf(basis.options, 'option_id,name,kind,chosen,removed,at')],
    ['claims.csv', tableOf(basis.claims, 'claim_id,subject,attribute,value,unit,source,used_for,retracted,at')],
    ['assumptions.csv', tableOf(basis.assumptions, 'assumption_id,name,symbol,value,unit,low,high,state,source,at')],
    ['drivers.csv', tableOf(basis.drivers, 'driver_id,name,symbol,formula,kind,side,recurring,start_month,at')],
    ['questions.csv', tableOf(state.questions, 'question_id,text,by,side,to_side,to_id,job_id,at')],
    ['answers.csv', csv('question_id,answer_id,text,by,side,at,accepted', answersIn(state))],
    ['risks.csv', tableOf(state.risks, 'risk_id,text,for_whom,likelihood,impact,mitigation,owner_id,state,at')],
    [
      'files.csv',
      csv(
        'file_id,name,job_id,zone,version,at,by,sha256,size_bytes,media_type,link,path',
        versionsOf(state).map(({ file, version, path }) => [
          ...[file.file_id, file.name, file.job_id, version.zone, version.name, version.at, version.by],
          ...[version.content?.sha256, version.content?.size_bytes, version.content?.media_type, version.link],
          version.content === null ? null : path,
        ]),
      ),
    ],
    ['realised.csv', tableOf(basis.realised, 'entry,driver_id,month,amount_minor,currency,cause')],
  ]);
}

/** Who answered without a name has none here either: the state does not know it. */
const answersIn = ({ questions }: PurchaseState): Cell[][] =>
  Object.values(questions).flatMap(({ question_id, answers, accepted }) =>
    answers.map((one) => [
      ...[question_id, one.answer_id, one.text, one.by, one.side, one.at],
      accepted?.answer_id === one.answer_id,
    ]),
  );

/** Things of one kind as a table of the fields that the head names; the key under which a thing is kept comes first. */
const tableOf = (things: Record<string, object>, head: string): string =>
  csv(
    head,
    Object.entries(things).map(([key, thing]) =>
      head.split(',').map((field, at) => (at === 0 ? key : (thing as Record<string, Cell>)[field])),
    ),
  );
