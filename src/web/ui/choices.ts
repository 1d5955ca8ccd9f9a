/** Texts by what they stand for, as the options of a select. */
export const choicesOf = (texts: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));
