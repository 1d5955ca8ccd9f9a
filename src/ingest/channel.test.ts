import { expect, test } from 'vitest';
import { channelOf } from './channel.ts';

test.each([
  ['Email Opened', 'email'],
  ['CALL', 'phone'],
  ['video call', 'video'],
  ['Olark Chat', 'chat'],
  ['MEETING', 'in_person'],
  ['paid_search', 'web'],
  ['in_person', 'in_person'],
  ['Trade show', 'event'],
  ['unknown', null],
  ['', null],
])('%j is %s', (word, channel) => {
  expect(channelOf(word)).toBe(channel);
});
