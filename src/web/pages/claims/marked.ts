/**
 * What marks the link to the part that is shown. The router compares whole addresses; here what was typed into a filter
 * leaves the part the same.
 */
export const marked = (current: boolean) => {
  const props = { 'aria-current': current ? ('true' as const) : undefined };
  return {
    activeOptions: { exact: true, includeSearch: true },
    activeProps: props,
    inactiveProps: props,
    'data-current': current,
  };
};
