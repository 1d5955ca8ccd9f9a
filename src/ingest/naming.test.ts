import { expect, test } from 'vitest';
import { id } from '../core/body/words.ts';
import { Naming, staffId } from './naming.ts';

test('the same case of two sources is two purchases, and of one source always the same', () => {
  expect(new Naming('one').purchase('1')).toBe('one.1');
  expect(new Naming('two').purchase('1')).not.toBe(new Naming('one').purchase('1'));
  expect(new Naming('one').purchase('1')).toBe(new Naming('one').purchase('1'));
});

test('sources whose names differ only in how they are written are two', () => {
  expect(new Naming('My CRM').purchase('1')).not.toBe(new Naming('my-crm').purchase('1'));
});

test.each(['NA', 'null', 'undefined', 'constructor', '__proto__', 'toString', ' ', 'a b', 'ü'.repeat(500), '\0', '🙂'])(
  'any text is a case: %j',
  (case_id) => {
    expect(id.safeParse(new Naming('source').purchase(case_id)).success).toBe(true);
    expect(id.safeParse(new Naming('constructor').person(case_id)).success).toBe(true);
    expect(id.safeParse(staffId(case_id)).success).toBe(true);
  },
);

test('what may be a name does not stand in the id of a person, a code does', () => {
  const naming = new Naming('crm');
  expect(naming.person('Ada')).not.toContain('Ada');
  expect(naming.person('ada@example.org')).not.toContain('ada');
  expect(naming.person('003A1')).toBe('crm.p.003A1');
});
