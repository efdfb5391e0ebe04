import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApi } from '../../apps/api/src/api-server.ts';
import { CreerPremierAdministrateur } from '../../apps/api/src/comptes/creer-premier-administrateur.use-case.ts';
import { itemReady, signInFirst } from '../back-office.ts';
import { describeInChromium, openPage, seriousFindings } from '../browser.ts';
import { startSampleRun, type Installation } from '../integration/installation.ts';

describeInChromium('the review in Chromium', 'les tests du navigateur sont passés', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let browser: Browser;
  let page: Page;
  let url: string;
  let errors: string[];

  beforeAll(async () => {
    ({ installation } = await startSampleRun());
    api = await startApi({ ...installation.config, port: 0, adresse: '127.0.0.1' });
    url = await api.getUrl();
    ({ browser, page, errors } = await openPage());
  });

  afterAll(async () => {
    await browser.close();
    await api.close();
    await installation.close();
  });

  const decisions = async (): Promise<{ verdict: string; code_certification: string | null }[]> =>
    installation.dataSource.query(
      `SELECT verdict, code_certification FROM jugement ORDER BY created_at, version`,
    );

  /** Waits until the item of the address is on the screen, and the decision before it is written. */
  async function ready(): Promise<void> {
    const id = /#\/revues\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const answer = await page.request.get(`${url}/api/revues/${id}`);
    const { libelle, specialite } = (await answer.json()) as { libelle: string; specialite: string | null };
    await page
      .getByRole('heading', { level: 1, name: `Revue : ${specialite ?? libelle}`, exact: true })
      .waitFor();
    await page.getByText('Certifications candidates').waitFor();
    await itemReady(page);
  }

  /** Waits for the next item once a decision is stored. */
  async function leaves(address: string): Promise<void> {
    await page.waitForURL((now) => now.href !== address && now.hash.startsWith('#/revues/'));
    await ready();
  }

  it('signs in with the one-time password, by keyboard, and must change it', async () => {
    const first = await api.get(CreerPremierAdministrateur).execute();
    await signInFirst(page, url, 'admin', first?.motDePasse ?? '');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('opens the queue of the campaign, the weightiest item first', async () => {
    await page.goto(`${url}/#/revues`);
    await page.getByRole('heading', { level: 1, name: 'Revue' }).waitFor();
    await page.locator('a[href^="#/revues/"]').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('decides by keyboard alone, and goes to the next item each time', async () => {
    const link = page.locator('a[href^="#/revues/"]').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await ready();
    expect(await seriousFindings(page)).toEqual([]);

    let address = page.url();
    await page.keyboard.press('1');
    await leaves(address);
    expect(await decisions()).toEqual([
      { verdict: 'accepte', code_certification: expect.anything() as unknown },
    ]);

    address = page.url();
    await page.keyboard.press('i');
    await leaves(address);
    expect((await decisions()).map(({ verdict }) => verdict)).toEqual(['accepte', 'incertain']);
  });

  it('takes a decision back with A, and remembers both', async () => {
    const address = page.url();
    await page.keyboard.press('1');
    await leaves(address);
    const before = (await decisions()).length;
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: 'Reprendre une décision' }).waitFor();
    await page.getByRole('button', { name: 'Reprendre la décision' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    while ((await decisions()).length === before) await page.waitForTimeout(50);
    expect((await decisions()).at(-1)?.verdict).toBe('annule');
    await page.getByText('Décision annulée.').waitFor();
  });

  it('fits a telephone, without a sideways scroll', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/#/revues`);
    await page.locator('a[href^="#/revues/"]').first().click();
    await page.getByText('Certifications candidates').waitFor();
    const [scroll, width] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(scroll).toBeLessThanOrEqual(width);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('throws nothing on the way', () => {
    expect(errors).toEqual([]);
  });
});
