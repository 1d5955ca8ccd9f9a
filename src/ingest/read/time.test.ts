import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { recogniseTimes } from './time.ts';
import { compileTime, type TimeFormat } from './time-parse.ts';

const iso = (format: TimeFormat, value: string, zone: string | null = 'UTC') => {
  const time = compileTime(format, zone)(value);
  return typeof time === 'number' ? new Date(time).toISOString() : time.code;
};

describe('recogniseTimes', () => {
  it.each<[string, TimeFormat, boolean, string[]]>([
    ['offsets', 'iso', false, ['2011-10-01T00:38:44.546+02:00', '2011-10-01T00:38:44Z']],
    ['no offset', 'iso', true, ['2014/10/22 11:15:41.000', '2014-10-22']],
    ['some without offset', 'iso', true, ['2011-10-01T00:38:44Z', '2011-10-01T00:38:44']],
    ['month first', 'month_first', true, ['5/28/2018 13:46', '1/2/2018 9:05']],
    ['day first', 'day_first', true, ['1/2/2018', '22/10/2017', '']],
    ['day first with points', 'day_first', true, ['22.10.2017 11:15']],
    ['seconds', 'epoch_s', false, ['1527515160', '1527515160.25']],
    ['milliseconds', 'epoch_ms', false, ['1527515160000']],
  ])('knows %s', (_, format, zone_needed, values) => {
    expect(recogniseTimes(values)).toMatchObject({ format, zone_needed, ambiguous: false });
  });

  it('says when day and month cannot be told apart, and shows what decided when they can', () => {
    expect(recogniseTimes(['3/4/2018', '5/6/2018'])).toMatchObject({ ambiguous: true, zone_needed: true });
    const decided = recogniseTimes(['3/4/2018', '5/6/2018', '7/8/2018', '5/28/2018']);
    expect(decided).toMatchObject({ format: 'month_first', ambiguous: false, fitting: 4, of: 4 });
    expect(decided.examples[0]).toBe('5/28/2018');
  });

  it('lets a few bad values pass, not most', () => {
    expect(recogniseTimes(['2018-01-01', '2018-01-02', 'soon'])).toMatchObject({ format: 'iso', fitting: 2, of: 3 });
    expect(recogniseTimes(['2018-01-01', 'soon', 'later']).format).toBeNull();
    expect(recogniseTimes(['Won', 'Lost', '12']).format).toBeNull();
    expect(recogniseTimes(['', ' ']).format).toBeNull();
  });
});

describe('compileTime', () => {
  it.each<[TimeFormat, string, string]>([
    ['iso', '2011-10-01T00:38:44.546+02:00', '2011-09-30T22:38:44.546Z'],
    ['iso', '2011-10-01 00:38:44,5', '2011-10-01T00:38:44.500Z'],
    ['iso', '2023-03-03 10:40:09.556789', '2023-03-03T10:40:09.556Z'],
    ['iso', ' 2011-10-01t00:38z ', '2011-10-01T00:38:00.000Z'],
    ['iso', '2011-10-01T00:38:44-0130', '2011-10-01T02:08:44.000Z'],
    ['iso', '2011-10-01T00:38:44.5-01', '2011-10-01T01:38:44.500Z'],
    ['iso', '2011-10-01 00:38:44.546 UTC', '2011-10-01T00:38:44.546Z'],
    ['iso', '2018-1-2 4:05:06', '2018-01-02T04:05:06.000Z'],
    ['iso', '2018-12-31 24:00:00', '2019-01-01T00:00:00.000Z'],
    ['iso', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['iso', '2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['month_first', '5/28/2018 1:46 PM', '2018-05-28T13:46:00.000Z'],
    ['month_first', '5/28/18, 12:00:01 a.m.', '2018-05-28T00:00:01.000Z'],
    ['day_first', '28.05.2018 13:46:59', '2018-05-28T13:46:59.000Z'],
    ['day_first', '28-5-99', '1999-05-28T00:00:00.000Z'],
    ['epoch_s', '1527515160.2509', '2018-05-28T13:46:00.250Z'],
    ['epoch_ms', '1527515160250', '2018-05-28T13:46:00.250Z'],
  ])('%s reads %s', (format, value, expected) => {
    expect(iso(format, value)).toBe(expected);
  });

  it.each<[TimeFormat, string, string]>([
    ['iso', '20266-05-01', 'time.out_of_range'],
    ['iso', '0000-00-00 00:00:00', 'time.out_of_range'],
    ['iso', '1899-12-31', 'time.out_of_range'],
    ['month_first', '5/28/20266', 'time.out_of_range'],
    ['epoch_s', '0', 'time.out_of_range'],
    ['epoch_s', '1527515160000', 'time.out_of_range'],
    ['epoch_ms', '1527515160', 'time.out_of_range'],
    ['iso', '2018-02-29', 'time.no_such_date'],
    ['iso', '2018-13-01', 'time.no_such_date'],
    ['month_first', '28/5/2018', 'time.no_such_date'],
    ['day_first', '0/5/2018', 'time.no_such_date'],
    ['iso', '2018-05-28 25:00:00', 'time.bad_format'],
    ['iso', '2018-05-28 10:60', 'time.bad_format'],
    ['iso', '2018-05-28T10:00:00+19:00', 'time.bad_format'],
    ['iso', '2018-05-28T10:00:00+1900', 'time.bad_format'],
    ['month_first', '5/28/2018 13:46 PM', 'time.bad_format'],
    ['iso', '2018-05/28', 'time.bad_format'],
    ['iso', '2018-05-28 soon', 'time.bad_format'],
    ['epoch_s', '-5', 'time.bad_format'],
    ['iso', '', 'time.bad_format'],
  ])('%s refuses %j with %s', (format, value, code) => {
    expect(iso(format, value)).toBe(code);
  });

  it('asks for a zone where a value has no offset', () => {
    expect(iso('iso', '2018-05-28 10:00', null)).toBe('time.zone_needed');
    expect(iso('iso', '2018-05-28 10:00Z', null)).toBe('2018-05-28T10:00:00.000Z');
    expect(() => compileTime('iso', 'Europe/Atlantis')).toThrow(/Europe\/Atlantis/);
  });

  it.each([
    ['in winter', '2018-01-28 10:00', '2018-01-28T09:00:00.000Z'],
    ['in summer', '2018-05-28 10:00', '2018-05-28T08:00:00.000Z'],
    ['just before the clock goes forward', '2018-03-25 01:59:59', '2018-03-25T00:59:59.000Z'],
    ['in the hour that was skipped: as much later', '2018-03-25 02:30', '2018-03-25T01:30:00.000Z'],
    ['just after', '2018-03-25 03:00', '2018-03-25T01:00:00.000Z'],
    ['in the hour shown twice: the first', '2018-10-28 02:30', '2018-10-28T00:30:00.000Z'],
    ['just after that', '2018-10-28 03:00', '2018-10-28T02:00:00.000Z'],
  ])('reads the clock of a zone %s', (_, value, expected) => {
    expect(iso('iso', value, 'Europe/Amsterdam')).toBe(expected);
  });

  it('gives every instant of a zone back, but for the second showing of an hour', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    const instants = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const there = DateTime.fromMillis(instant, { zone });
        const back = compileTime('iso', zone)(there.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS"));
        const possible = there.getPossibleOffsets().map((one) => one.toMillis());
        expect(back).toBe(Math.min(...possible));
      }),
    );
  });
});
