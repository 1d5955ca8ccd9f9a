/**
 * Where one goes after signing in: an address of this program, whatever the link asked for. Browsers read `\` as `/` and
 * leave out tabs and line ends, so it is they who say where an address leads.
 */
export function backTo(back: string | undefined, origin: string): string {
  const home = '/account';
  if (back === undefined || !back.startsWith('/') || !URL.canParse(back, origin)) return home;
  const led = new URL(back, origin);
  // `/.//elsewhere` is a path here, but without its dot it would lead elsewhere.
  if (led.origin !== origin || led.pathname.startsWith('//')) return home;
  return `${led.pathname}${led.search}${led.hash}`;
}
