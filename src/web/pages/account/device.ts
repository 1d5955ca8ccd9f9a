/** Most particular first: many browsers say that they are others as well. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** What someone would call the device of a session, from what its browser says of itself; null where it says nothing. */
export function deviceOf(agent: string | null): string | null {
  if (agent === null || agent === '') return null;
  const named = (list: typeof BROWSERS | typeof SYSTEMS) => list.find(([mark]) => agent.includes(mark))?.[1];
  const known = [named(BROWSERS), named(SYSTEMS)].filter((one) => one !== undefined);
  return known.length === 0 ? agent.slice(0, 60) : known.join(', ');
}
