import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from './event.ts';
import { VIEWS, viewOfSide, viewReads, ZONES, zonesOfView } from './zone.ts';

describe('zones', () => {
  it('a view is what is shared and what is its own', () => {
    expect(VIEWS.map(zonesOfView)).toEqual([
      ['shared', 'buyer'],
      ['shared', 'seller'],
    ]);
    for (const view of VIEWS) {
      expect(ZONES.filter((zone) => viewReads(view, zone))).toEqual(zonesOfView(view));
      expect(viewOfSide(view)).toBe(view);
    }
  });

  it('every kind may have its default zone, and a private reason only one', () => {
    for (const { zone, zones } of Object.values(EVENT_KINDS)) expect(zones).toContain(zone);
    expect(EVENT_KINDS['assent.private_reason'].zones).toEqual(['buyer']);
    expect(EVENT_KINDS['purchase.stage_changed'].zone).toBe('seller');
  });
});
