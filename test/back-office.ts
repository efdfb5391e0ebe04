import type { Page } from 'playwright-core';

/** What tests give as a password to the accounts they sign in with. */
export const PASSWORD = 'un mot de passe assez long';

/** Opens the back office and types who one is, by keyboard alone: the first field has the focus. */
async function typeCredentials(
  page: Page,
  url: string,
  identifiant: string,
  motDePasse: string,
): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Identifiant').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(identifiant);
  await page.keyboard.press('Tab');
  await page.keyboard.type(motDePasse);
  await page.keyboard.press('Enter');
}

const dashboard = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1, name: 'Tableau de bord' }).waitFor();

/** Signs in, up to the dashboard. */
export async function signIn(page: Page, url: string, identifiant: string): Promise<void> {
  await typeCredentials(page, url, identifiant, PASSWORD);
  await dashboard(page);
}

/** Signs in with a password that was handed over, and changes it for `PASSWORD`, up to the dashboard. */
export async function signInFirst(
  page: Page,
  url: string,
  identifiant: string,
  provisoire: string,
): Promise<void> {
  await typeCredentials(page, url, identifiant, provisoire);
  await page.waitForURL(/#\/mot-de-passe/);
  const fields = page.locator('input[type=password]');
  await fields.nth(0).fill(provisoire);
  await fields.nth(1).fill(PASSWORD);
  await fields.nth(2).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dashboard(page);
}

/** Waits until the item on the screen takes decisions, by its keys too, and the one before it is written. */
export function itemReady(page: Page): Promise<void> {
  return page
    .locator('[role=group][aria-busy=false] button:enabled', {
      hasText: 'Incertain',
      has: page.locator('kbd'),
    })
    .waitFor();
}
