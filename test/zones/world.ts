import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { operations } from '../../src/contract/operations.ts';
import type { Side } from '../../src/core/body/words.ts';
import type { Command } from '../../src/core/decide.ts';
import { execute } from '../../src/store/command.ts';
import { putPeople } from '../../src/store/person.ts';
import { makeReleases } from '../../src/store/release.ts';
import { scopeOf } from '../../src/store/scope.ts';
import { refreshUsual } from '../../src/store/usual.ts';
import { makeWorkspace } from '../../src/store/workspace.ts';
import { type Cast, shared } from './kept.ts';
import { noticeMails } from './mails.ts';
import { type App, invite, press, type Shown, send, makeWorkspace as signedWorkspace, signUp } from './people.ts';
import { isMalformed, reads, type Wanted, writes } from './requests.ts';

/** When everything in a world happened; long before the tests run, so that what they do is told apart. */
export const now = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-09T10:00:00.000Z';

export interface World {
  workspace_id: string;
  /** Its people have ids that were made at random, so that versions of its states differ from those of another world. */
  made_at_random: boolean;
  cast: Cast;
  shown: Record<Side, Shown>;
}

/** The id that both sides send with their n-th thing: that the other side used it privately must tell nothing. */
export const commandId = (n: number): string => `c0ffee00-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Carries out commands of a side, as the open doors would. */
export async function run(
  app: App,
  world: World,
  side: Side,
  commands: Command[],
  command_id: string,
  purchase_id = 'lathe',
) {
  const id = world.cast[side];
  const done = await execute(app.db, scopeOf(world.workspace_id, id, side), {
    ...{ purchase_id, commands, command_id, source: null, now, on_behalf_of: null },
    actor: { kind: 'person', id, side },
  });
  if ('rejection' in done) throw new Error(`${done.rejection.code}: ${JSON.stringify(commands)}`);
}

/** A workspace whose doors are open: whoever comes says who acts. */
export async function openWorld(app: App): Promise<World> {
  const workspace_id = randomUUID();
  await makeWorkspace(app.db, { workspace_id, name: 'Same', simulated: false, created_at: now });
  const sam = { person_id: 'sam', side: 'seller' as const, name: 'Sam', function: null, purchase_id: null };
  await putPeople(app.db, workspace_id, [sam]);
  return {
    workspace_id,
    made_at_random: false,
    cast: { buyer: 'dana', seller: 'sam' },
    shown: { buyer: { 'x-acting-as': 'dana' }, seller: { 'x-acting-as': 'sam' } },
  };
}

/** A workspace with accounts, whose buyer came in by mail; `n` keeps the addresses of several apart. */
export async function accountWorld(app: App, n: number): Promise<World> {
  const seller = await signUp(app, 'Sam', `sam${n}@vendor.example`);
  const workspace_id = await signedWorkspace(app, seller, 'Same');
  const me = await send(app, seller, 'GET', `/workspaces/${workspace_id}/me`);
  const world = {
    workspace_id,
    made_at_random: true,
    cast: { buyer: '', seller: me.body.person_id as string },
    shown: { buyer: {}, seller },
  };
  await run(
    app,
    world,
    'seller',
    [{ kind: 'purchase.opened', body: { name: 'Lathe', template: 'buying-6' } }],
    'opening',
  );
  await send(app, seller, 'PUT', `/workspaces/${workspace_id}/purchases/lathe/room`, { rung: 'verified' });
  const champion = { email: `dana${n}@mills.example`, name: 'Dana', roles: ['champion'] };
  const invited = await invite(app, seller, workspace_id, 'lathe', champion);
  const { shown } = await press(app, champion.email);
  return { ...world, cast: { ...world.cast, buyer: invited.body.person_id }, shown: { buyer: shown, seller } };
}

/** Lets happen what both sides know, and in between what one keeps to itself. @param places after which shared thing each comes */
export async function play(app: App, world: World, side: Side, secrets: Command[], places: number[]): Promise<void> {
  const course = shared(world.cast);
  for (const name of ['mill', 'saw']) {
    const opened: Command = { kind: 'purchase.opened', body: { name, template: 'core-4', account_name: name } };
    await run(app, world, 'seller', [opened], `open ${name}`, `other-${name}`);
  }
  const there = world.shown.buyer.cookie === undefined ? 0 : 3;
  for (const [at, [by, command]] of course.entries()) {
    if (at >= there) await run(app, world, by, [command], `shared-${at}`);
    for (const [n, secret] of secrets.entries()) {
      if (Math.max(places[n] ?? course.length, there + 1) === at + 1)
        await run(app, world, side, [secret], commandId(n));
    }
  }
  await refreshUsual(app.db, world.workspace_id, now);
  await makeReleases(app.db, world.workspace_id, LATER);
}

const VARYING = /^(date|content-length|x-ratelimit-.*|ratelimit.*|connection|keep-alive|set-cookie)$/;

/** Everything that someone can ask for, answer by answer: status, headers, and what came, archives opened. */
export async function everything(app: App, world: World, as: Side): Promise<string[]> {
  const answers: string[] = [];
  const mails_before = app.mails.length;
  const told = (await noticeMails(app, world.workspace_id, 2))[as];
  let n = 0;
  /** Each next write that can succeed comes with the id under which the other side did its next private thing. */
  const keyOf = ({ name, method, body }: Wanted): string => {
    // Who is nobody is told apart by address alone, and all worlds are asked from the same one.
    const is_write = method !== 'GET' && operations[name].permission !== 'anyone' && !isMalformed(body);
    return is_write ? commandId(n++) : randomUUID();
  };
  const ask = async (wanted: Wanted, etags: boolean) => {
    const { name, method, path, body } = wanted;
    const url = path.replace(':workspace_id', world.workspace_id).replace('UPLOAD', upload_id);
    const shown = { ...world.shown[as], 'idempotency-key': keyOf(wanted) };
    const answer = await send(app, shown, method, url, body);
    const headers = Object.entries(answer.headers).filter(([key]) => !VARYING.test(key) && (etags || key !== 'etag'));
    const text = isZip(answer.text)
      ? unzipped(await bytesOf(app, shown, url))
      : answer.text.startsWith('%PDF')
        ? await pdfText(await bytesOf(app, shown, url))
        : answer.text;
    answers.push(`${name} ${method} ${path} ${answer.status} ${JSON.stringify(headers)} ${text}`);
    return answer;
  };
  let upload_id = 'x';
  const uploaded = await upload(app, world, as);
  answers.push(`uploads.create ${uploaded.statusCode} ${uploaded.body}`);
  if (uploaded.statusCode === 200) upload_id = uploaded.json().upload_id;
  const all = reads(world.cast.buyer).map((one) => ({ ...one, path: one.path.replace('uploads/x', 'uploads/UPLOAD') }));
  for (const wanted of all) await ask(wanted, !world.made_at_random);
  await pages(app, world, as, answers);
  for (const wanted of writes(world.cast.buyer)) {
    const path = wanted.path.replace('uploads/x', 'uploads/UPLOAD');
    await ask({ ...wanted, path }, false);
  }
  // What was written differs in the instants alone, which versions of a state count too.
  for (const wanted of all) await ask(wanted, false);
  answers.push(`mails ${JSON.stringify(app.mails.slice(mails_before))}`);
  told.push(...(await noticeMails(app, world.workspace_id, 4))[as]);
  answers.push(`mails of notices ${told.map((mail) => JSON.stringify(mail)).join('\n')}`);
  return alike(answers, world);
}

/** The list and the ledger page by page, one row each: cursors and orders. */
async function pages(app: App, world: World, as: Side, answers: string[]): Promise<void> {
  for (const path of ['purchases', 'purchases/lathe/events']) {
    let cursor = '';
    for (let page = 0; page < 30; page++) {
      const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const url = `/workspaces/${world.workspace_id}/${path}?limit=1${after}`;
      const { status, text, body } = await send(app, world.shown[as], 'GET', url);
      answers.push(`page ${page} of ${path} ${status} ${text}`);
      if (typeof body?.next_cursor !== 'string') break;
      cursor = body.next_cursor;
    }
  }
}

function upload(app: App, { workspace_id, shown }: World, as: Side) {
  const csv = 'deal,what,when\nMill,Call,2026-02-01T10:00:00Z\nLathe,Mail,2026-02-02T10:00:00Z\n';
  const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="log.csv"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--x--\r\n`;
  const headers = { host: 'localhost:4400', 'content-type': 'multipart/form-data; boundary=x', ...shown[as] };
  return app.app.inject({ method: 'POST', url: `/api/v1/workspaces/${workspace_id}/uploads`, headers, payload });
}

export async function bytesOf(app: App, shown: Shown, url: string): Promise<Buffer> {
  const answer = await app.app.inject({
    method: 'GET',
    url: `/api/v1${url}`,
    headers: { host: 'localhost:4400', ...shown },
  });
  return answer.rawPayload;
}

/** Archives, and sheets and documents, which are archives too: what is packed in them is looked at. */
export const isZip = (text: string): boolean => text.startsWith('PK');

export const unzipped = (zip: Uint8Array): string =>
  Object.entries(unzipSync(zip))
    .map(([name, content]) => `${name}\n${Buffer.from(content).toString()}`)
    .join('\n');

/** What a PDF says, its title among it: the bytes themselves have the clock in them. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const parts = [JSON.stringify(((await pdf.getMetadata()).info as { Title?: string }).Title)];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    parts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return parts.filter((part) => part.trim() !== '').join(' ');
}

/** Ids made at random, secrets and the clock differ between any two worlds: each becomes the place where it came first. */
function alike(answers: readonly string[], { workspace_id, cast }: World): string[] {
  const named = new Map([
    [workspace_id, 'WORKSPACE'],
    [cast.buyer, 'BUYER'],
    [cast.seller, 'SELLER'],
  ]);
  const first = (kind: string) => (found: string) => {
    if (!named.has(found)) named.set(found, `${kind}${named.size}`);
    return named.get(found) ?? found;
  };
  const began_ms = Date.now() - 30 * 60_000;
  return answers.map((text) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) =>
        id.startsWith('c0ffee00') ? id : first('ID')(id),
      )
      .replaceAll(/coa_[\w-]+/g, 'KEY')
      .replaceAll(/(?<![\w-])(?:[\w-]{43}|[A-Za-z0-9]{32})(?![\w-])/g, (token) =>
        /^x+$/.test(token) ? token : first('TOKEN')(token),
      )
      .replaceAll(/\b(sam|dana)\d+@/g, '$1@')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/g, (at) => (Date.parse(at) > began_ms ? 'NOW' : at))
      // As documents write when they were made.
      .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/g, 'NOW')
      // Between what was written a moment ago; what the worlds hold is days apart.
      .replaceAll(/"median_delay_ms":\d{1,5}\b/g, '"median_delay_ms":SOON')
      .replaceAll(/"size_bytes":\s*\d+|"sha256":\s*"\w+"/g, 'CHECK'),
  );
}
