import { describe, expect, it } from 'vitest';
import {
  agrees,
  byBuyer,
  day,
  delegate,
  job,
  left,
  named,
  opened,
  privately,
  report,
  requirement,
  seen,
  standsAside,
  told,
  withdraws,
} from '../../test/core/story.ts';
import { purchaseReport } from './report.ts';

const resting = opened(job('fit', { required_roles: ['champion'], rests_on: ['requirements'], quorum: '2/3' }));
const group = [resting, named('ann', 'champion'), named('ben'), named('oda', 'observer')];

describe('the report of a purchase', () => {
  it('says of each job how it stands, for whom and why', () => {
    const { jobs, ...purchase } = report(
      ...group,
      agrees('ann', 'fit'),
      agrees('ben', 'fit'),
      requirement('r1', 'data residency'),
      agrees('ben', 'fit'),
    );
    const cause = {
      kind: 'requirement.changed',
      at: day(7),
      person_id: null,
      text: 'requirement changed: data residency',
    };
    expect(jobs).toMatchObject([
      {
        job_id: 'fit',
        phase: 'decide',
        state: 'reopened',
        complete: false,
        needed: 2,
        counted: 2,
        given: 1,
        shaken: 1,
        indicated: 'none',
        unheld_roles: [],
        missing_people: ['ann'],
        missing: ['Ann has not looked again'],
        reopens: 1,
        by_composition: false,
        intervals: [{ from: day(6), to: day(7), began: { text: 'Ben agreed' }, ended: cause, by_composition: false }],
        causes: [cause],
        people: {
          ann: { active: true, state: 'given', live: false, shaken: [cause], by: 'ann', at: day(5) },
          ben: { active: true, state: 'given', live: true, shaken: [] },
          oda: { active: false, state: 'none', live: false, by: null, at: null },
        },
      },
    ]);
    expect(purchase).toMatchObject({
      purchase_id: 'p',
      view: 'buyer',
      name: 'Purchase',
      opened_at: day(1),
      outcome: null,
      revived: 0,
      read_only: false,
      held: {
        held: false,
        since: null,
        times: 1,
        by_composition: false,
        intervals: [{ from: day(6), to: day(7) }],
        near: [],
        nearest: { complete: 1, of: 1, from: day(6), to: day(7) },
      },
    });
  });

  it('tells each cause once, oldest first, and only of people who count', () => {
    const two = [
      ...group,
      agrees('ann', 'fit'),
      agrees('ben', 'fit'),
      requirement('r1', 'fast'),
      requirement('r2', 'safe'),
    ];
    expect(report(...two).jobs[0]?.causes.map((cause) => cause.what)).toEqual(['fast', 'safe']);
    const gone = [...group, agrees('ben', 'fit'), requirement('r1', 'fast'), left('ben')];
    expect(report(...gone).jobs[0]?.causes).toEqual([]);
    expect(report(...gone).jobs[0]?.people.ben).toMatchObject({ active: false, state: 'given', live: false });
    const taken_back = [...group, agrees('ann', 'fit'), agrees('ben', 'fit'), withdraws('ann', 'fit')];
    expect(report(...taken_back).jobs[0]?.causes.map((cause) => cause.text)).toEqual(['Ann took the assent back']);
  });

  it('shows whom a delegate spoke for, who is only indicated, and completion by composition', () => {
    const story = [
      ...group,
      delegate('ann', 'ben'),
      byBuyer('ben', agrees('ann', 'fit')),
      agrees('ben', 'fit', { verified: false }),
    ];
    expect(report(...story).jobs[0]).toMatchObject({
      indicated: 'advanced',
      people: { ann: { state: 'given', live: true, by: 'ben' }, ben: { state: 'indicated', live: false, by: null } },
    });
    expect(report(...story, left('ben'))).toMatchObject({
      jobs: [{ by_composition: true, complete: true }],
      held: { held: true, since: day(8), by_composition: true },
    });
    expect(report(...story, standsAside('ben', 'fit')).held).toMatchObject({ held: true, by_composition: false });
  });

  it('of the other side knows nothing that was kept private', () => {
    const story = [...group, privately(agrees('ann', 'fit')), privately(named('bea', 'legal'))];
    expect(purchaseReport(seen({ view: 'seller' }, ...story))).toEqual(
      purchaseReport(seen({ view: 'seller' }, ...group)),
    );
  });

  it('says how it ended, whether it was revived and whether it can only be read', () => {
    const lost = told('purchase.outcome_reached', { outcome: 'lost' });
    expect(report(...group, lost)).toMatchObject({ outcome: 'lost', revived: 0 });
    expect(report(...group, lost, told('purchase.revived', {}))).toMatchObject({ outcome: null, revived: 1 });
    expect(report(...group, { kind: 'mood.changed', body: {} }).read_only).toBe(true);
  });
});
