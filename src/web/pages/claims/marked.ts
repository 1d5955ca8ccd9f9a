/** The router marks links by their address; here the part that is shown is the current one. */
export const marked = (current: boolean) => {
  const props = { 'aria-current': current ? ('true' as const) : undefined };
  return { activeProps: props, inactiveProps: props };
};
