import { jobOf } from '../../state.ts';
import { type Course, champion, sellerActor } from '../course.ts';
import { ANY_RISKS } from '../texts/rooms/any.ts';
import type { LinkText, RiskText, RoomTexts } from '../texts/rooms/room.ts';
import { actorFor, atShare, holderOf, inRoom } from './in-room.ts';

/** Of what can go wrong in any purchase, so much is noted in one. */
const OF_ANY = 2;

/** What could go wrong, when somebody notes it, and how it goes on. */
export function watchRisks(course: Course, { risks }: RoomTexts): void {
  const { random } = course.room;
  for (const text of [...risks, ...random.sample(ANY_RISKS, OF_ANY)]) {
    const risk_id = `risk-${random.word().toString(36)}`;
    atShare(course, random.between(0.14, 0.5), () => note(course, risk_id, text));
    const ends = random.chance(0.1) ? ('happened' as const) : text.ends;
    if (ends === undefined) continue;
    atShare(course, random.between(0.6, 0.86), () => {
      const actor = actorFor(course, text.owner);
      const likelihood = ends === 'happened' ? 5 : Math.max(1, text.likelihood - 1);
      // Nobody says how something stands that was never noted.
      if (!(risk_id in course.state.risks)) return;
      const of_side = text.zone === undefined || text.zone === actor.side;
      if (!of_side) return;
      inRoom(course, actor, { kind: 'risk.changed', body: { risk_id, text: text.text, likelihood, state: ends } });
    });
  }
}

function note(course: Course, risk_id: string, { text, owner, zone, ends: _ends, ...rest }: RiskText): void {
  const by = zone === 'seller' ? sellerActor(course) : zone === 'buyer' ? champion(course) : actorFor(course, owner);
  const owner_id = holderOf(course, owner)?.id;
  const body = { risk_id, text, ...rest, ...(owner_id !== undefined && { owner_id }) };
  inRoom(course, by, { kind: 'risk.changed', ...(zone !== undefined && { zone }), body });
}

/** Links to what stands elsewhere; no program asks for them. */
export function putLinks(course: Course, { links }: RoomTexts): void {
  for (const link of links) atShare(course, course.room.random.between(0.12, 0.4), () => put(course, link));
}

function put(course: Course, { name, link, by, job_id, zone }: LinkText): void {
  const file_id = `file-${course.room.random.word().toString(36)}`;
  const known = job_id !== undefined && jobOf(course.state, job_id) !== undefined;
  inRoom(course, by === 'seller' ? sellerActor(course) : champion(course), {
    kind: 'file.changed',
    ...(zone !== undefined && { zone }),
    body: { file_id, name, link, ...(known && { job_id }) },
  });
}
