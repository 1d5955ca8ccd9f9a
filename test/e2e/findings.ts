import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a theme changes: colours, and nothing else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds that keeps someone from using a page, one line each. @param only what the colours of a theme can do */
export async function seriousFindings(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const asked =
    only === 'all' ? builder.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']) : builder.withRules(OF_COLOURS);
  const { violations } = await asked.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
