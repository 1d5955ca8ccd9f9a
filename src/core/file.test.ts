import { describe, expect, it } from 'vitest';
import { buyer, deciding, seller } from '../../test/core/deciding.ts';
import {
  agrees,
  amongSellers,
  entered,
  job,
  named,
  on,
  opened,
  privately,
  seen,
  stateAfter,
  type Told,
  theJob,
  told,
} from '../../test/core/story.ts';
import { isComplete } from './completion.ts';
import { versionOf } from './file.ts';

const group = [opened(job('fit')), named('ann'), entered('ann')];
const sha = (letter: string): string => letter.repeat(64);
const file = (file_id: string, letter: string, more = {}): Told =>
  told('file.changed', {
    ...{ file_id, name: `${letter}.pdf` },
    content: { sha256: sha(letter), size_bytes: 7, media_type: 'application/pdf' },
    ...more,
  });

describe('a file', () => {
  it('keeps every version, and its job until it gets another', () => {
    const { files } = stateAfter(
      ...group,
      file('f', 'a', { job_id: 'fit' }),
      file('f', 'b'),
      told('file.changed', { file_id: 'f', name: 'Offer.pdf' }),
    );
    expect(files.f).toMatchObject({ name: 'Offer.pdf', job_id: 'fit', zone: 'shared' });
    expect(files.f?.versions.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
    const moved = stateAfter(...group, file('f', 'a', { job_id: 'fit' }), file('f', 'b', { job_id: null }));
    expect(moved.files.f?.job_id).toBe(null);
  });

  it('can be a link, and is gone when it is removed', () => {
    const link = told('file.changed', { file_id: 'f', name: 'Terms', link: 'https://example.com/terms' });
    expect(stateAfter(...group, link).files.f?.versions).toMatchObject([
      { content: null, link: 'https://example.com/terms' },
    ]);
    const removed = told('file.changed', { file_id: 'f', name: 'Terms', removed: true });
    expect(stateAfter(...group, link, removed).files).toEqual({});
    expect(() => stateAfter(told('file.changed', { file_id: 'f', name: 'x', link: 'http://example.com' }))).toThrow();
  });

  it('is known to the side that keeps it alone', () => {
    const story = [...group, privately(file('f', 'a')), amongSellers(file('g', 'b'))];
    expect(Object.keys(seen({ view: 'buyer' }, ...story).files)).toEqual(['f']);
    expect(Object.keys(seen({ view: 'seller' }, ...story).files)).toEqual(['g']);
  });

  it('gives its versions to who asks by what they are, and no others', () => {
    const state = stateAfter(...group, file('f', 'a'), file('f', 'b'));
    expect(versionOf(state, 'f', undefined)?.name).toBe('b.pdf');
    expect(versionOf(state, 'f', sha('a'))?.name).toBe('a.pdf');
    expect(versionOf(state, 'f', sha('c'))).toBe(undefined);
    expect(versionOf(state, 'g', undefined)).toBe(undefined);
  });

  it('settles nothing, shakes nobody and revives nothing', () => {
    const before = stateAfter(...group, agrees('ann', 'fit'), told('purchase.outcome_reached', { outcome: 'bought' }));
    const after = stateAfter(
      ...[...group, agrees('ann', 'fit'), told('purchase.outcome_reached', { outcome: 'bought' })],
      on(40, file('f', 'a', { job_id: 'fit' })),
    );
    expect(isComplete(theJob(after, 'fit'))).toBe(true);
    expect([after.outcome, after.jobs]).toEqual([before.outcome, before.jobs]);
  });

  it('stands where its job or it itself stands, unless someone shows it', () => {
    const zoneOf = (line: Told, ...story: Told[]) => {
      const decision = deciding(stateAfter(...group, ...story), buyer('ann'), line);
      return 'rejection' in decision ? decision.rejection.code : decision.events.map(({ zone }) => zone);
    };
    expect(zoneOf(file('f', 'a'))).toEqual(['shared']);
    expect(zoneOf(file('f', 'b'), privately(file('f', 'a')))).toEqual(['buyer']);
    expect(zoneOf(file('f', 'a', { job_id: 'own' }), privately(told('job.added', job('own'))))).toEqual(['buyer']);
    expect(zoneOf(file('f', 'a', { job_id: 'gone' }))).toBe('job.unknown');
    expect(zoneOf(told('file.changed', { file_id: 'f', name: 'x' }))).toBe('file.unknown');
    const by_seller = deciding(seen({ view: 'seller' }, ...group), seller('sam'), privately(file('f', 'a')));
    expect(by_seller).toMatchObject({ rejection: { code: 'zone.not_yours' } });
  });
});
