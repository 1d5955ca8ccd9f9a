import { describe, expect, it } from 'vitest';
import { chooseLocale } from './language.ts';

describe('the locale in which someone is answered', () => {
  it('is the first wanted one that the catalogue is written in', () => {
    expect(chooseLocale(['fr-FR', 'de-AT', 'en'])).toBe('de-AT');
    expect(chooseLocale(['fr', '*'])).toBe('en-GB');
  });

  it('is told as the wanted one of a chosen language', () => {
    expect(chooseLocale(['en-US', 'de-CH'], 'de')).toBe('de-CH');
    expect(chooseLocale(['en-US'], 'de')).toBe('de');
  });

  it('takes language and region alone, whatever else was sent', () => {
    expect(chooseLocale(['de-at-u-nu-arab-ca-hebrew'])).toBe('de-AT');
    expect(chooseLocale(['DE-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg'])).toBe('de');
    expect(chooseLocale(['de-Latn-CH-1996'])).toBe('de-CH');
    expect(chooseLocale(['de-1', 'en-US'])).toBe('en-US');
  });
});
