import type { Page } from 'playwright-core';

/** Opens a purchase of one's own workspace by hand and names people with a role each, as a seller would. */
export async function openByHand(page: Page, url: string, what: string, people: Record<string, string>): Promise<void> {
  await page.goto(`${url}/w/own/purchases`);
  await page.getByRole('button', { name: 'Open a purchase by hand' }).click();
  await page.getByLabel('What is about to be bought?').fill(what);
  await page.getByRole('button', { name: 'Open it' }).click();
  const dialog = page.getByRole('dialog');
  for (const [name, role] of Object.entries(people)) {
    await page.getByRole('button', { name: 'Add a stakeholder' }).first().click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: role, exact: true }).click();
    await dialog.getByRole('button', { name: 'Add a stakeholder' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** Acts as another person, where the doors are open. */
export async function actAs(page: Page, person: string): Promise<void> {
  const chooser = page.getByLabel('Acting as');
  const option = chooser.locator('option', { hasText: person });
  await option.waitFor({ state: 'attached' });
  await chooser.selectOption((await option.getAttribute('value')) ?? '');
}
