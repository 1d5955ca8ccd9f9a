/** The list of that name in what a text model answered, whatever it wrapped around it; null where there is none. */
export function listIn(answer: string, name: string): unknown[] | null {
  const from = answer.indexOf('{');
  const to = answer.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  try {
    const list = (JSON.parse(answer.slice(from, to + 1)) as Record<string, unknown>)[name];
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
