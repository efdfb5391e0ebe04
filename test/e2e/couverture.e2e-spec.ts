import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApi } from '../../apps/api/src/api-server.ts';
import { CreerPremierAdministrateur } from '../../apps/api/src/comptes/creer-premier-administrateur.use-case.ts';
import { ReadCouvertureUseCase } from '../../apps/api/src/couverture/read-couverture.use-case.ts';
import type { RapportCouverture } from '../../apps/api/src/couverture/couverture.ts';
import { signInFirst } from '../back-office.ts';
import { describeInChromium, openPage, seriousFindings } from '../browser.ts';
import { launch, startSampleRun, waitForEnd, type Installation } from '../integration/installation.ts';

const DEMANDE = { moment: 'revue', poids: 'formations', groupe: 'type' } as const;

describeInChromium('coverage and perimeter in Chromium', 'les tests du navigateur sont passés', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let browser: Browser;
  let page: Page;
  let url: string;
  let campagneId: string;
  let errors: string[];

  const report = (demande = {}): Promise<RapportCouverture> =>
    installation.app.get(ReadCouvertureUseCase).execute({ campagneId }, { ...DEMANDE, ...demande }, null);

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
    // The figures are a job of their own, after the run.
    for (let i = 0; (await report()).etat !== 'a_jour'; i += 1) {
      if (i > 300) throw new Error('the figures of the sample have not been computed');
      await sleep(100);
    }
    api = await startApi({ ...installation.config, port: 0, adresse: '127.0.0.1' });
    url = await api.getUrl();
    ({ browser, page, errors } = await openPage());
    const first = await api.get(CreerPremierAdministrateur).execute();
    await signInFirst(page, url, 'admin', first?.motDePasse ?? '');
  });

  afterAll(async () => {
    await browser.close();
    await api.close();
    await installation.close();
  });

  const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('shows every formation once, with the reasons of each type', async () => {
    await page.goto(`${url}/#/couverture`);
    await title('Couverture');
    const { total, couvert, etats, groupes } = await report();
    expect(etats.reduce((sum, { n }) => sum + n, 0)).toBe(total);
    await page.getByText(`${couvert} couvertes sur ${total} formations`).waitFor();
    const biggest = groupes[0];
    await page.getByRole('link', { name: biggest?.libelle ?? '', exact: true }).waitFor();
    expect(await page.locator('ul li ul[aria-label]').count()).toBeGreaterThanOrEqual(
      Math.min(groupes.length, 12),
    );
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('leads from a part of a bar to its rows by keyboard', async () => {
    const { groupes } = await report();
    const biggest = groupes[0];
    const part = biggest?.etats.find(({ etat }) => etat !== 'Couvert');
    const bar = page.getByRole('list', { name: biggest?.libelle ?? '', exact: true });
    expect(await bar.getByRole('link').count()).toBe(biggest?.etats.length);
    await bar
      .getByRole('link', { name: new RegExp(`: ${part?.n ?? 0} \\(`) })
      .first()
      .press('Enter');
    await title('Formations');
    await page.getByText(`sur ${part?.n ?? 0}`).waitFor();
    expect(decodeURIComponent(page.url())).toContain(part?.etat ?? '');
    await page.goBack();
    await title('Couverture');
  });

  it('says the same in a table, and leads to the rows by keyboard', async () => {
    await page.getByRole('button', { name: 'Tableau' }).press('Enter');
    const { groupes } = await report();
    const biggest = groupes[0];
    const uncovered = biggest?.etats.find(({ etat }) => etat !== 'Couvert');
    const row = page.getByRole('row', { name: new RegExp(`^${biggest?.libelle ?? ''}`) });
    const link = row.getByRole('link', { name: String(uncovered?.n), exact: true }).first();
    await link.focus();
    await page.keyboard.press('Enter');
    await title('Formations');
    await page.getByText(`sur ${uncovered?.n ?? 0}`).waitFor();
    expect(decodeURIComponent(page.url())).toContain(uncovered?.etat ?? '');
  });

  it('gives the report as a spreadsheet', async () => {
    await page.goto(`${url}/#/couverture?groupe=academie`);
    await title('Couverture');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Exporter en CSV' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFacademie;moment;poids;total')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(
      (await report({ groupe: 'academie' })).groupes.length + 2,
    );
  });

  it('shows another run of the campaign, and leads to the rows of that run', async () => {
    const { executionId: first } = await report();
    await waitForEnd(installation, await launch(installation, campagneId));
    await page.goto(`${url}/#/couverture?groupe=type`);
    await page.reload();
    await page.getByText(/couvertes sur/).waitFor();
    await page.getByRole('combobox', { name: 'Exécution' }).press('Enter');
    await page.getByRole('option').nth(1).press('Enter');
    await page.waitForURL((address) => address.hash.includes(first));
    // The bars of the run before stand until this one's are read.
    await page.locator(`ul li ul[aria-label] a[href*="${first}"]`).first().press('Enter');
    await title('Formations');
    expect(decodeURIComponent(page.url())).toContain(first);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('writes a rule with a condition by keyboard, sees what it touches, and the report follows', async () => {
    await page.goto(`${url}/#/regles-perimetre/create`);
    await title('Nouvelle règle');
    await page.getByLabel('Nom').fill('BTS de plus de dix places');
    await page.getByLabel('Type de diplôme').fill('BTS');
    await page.getByRole('button', { name: 'Ajouter une condition complémentaire' }).press('Enter');
    const condition = page.getByRole('group', { name: 'Condition 1', exact: true });
    await condition.getByRole('combobox', { name: 'Champ' }).press('Enter');
    await page.getByRole('option', { name: 'Places' }).press('Enter');
    await condition.getByRole('combobox', { name: 'Comparaison' }).press('Enter');
    await page.getByRole('option', { name: 'est supérieur à', exact: true }).press('Enter');
    await condition.getByRole('spinbutton', { name: /Valeur/ }).fill('10');
    const [touched]: { n: number }[] = await installation.dataSource.query(
      `SELECT count(*)::int AS n FROM formation f JOIN formation_axe x ON x.formation_id = f.id
       WHERE x.fait_famille = 'bts' AND f.capacite > 10`,
    );
    await page
      .getByRole('status')
      .getByText(`${touched?.n ?? 0} formations touchées`)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await title('BTS de plus de dix places');
    await page.getByText('Créée').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const rapport = await report({ perimetre: 'dans' });
    expect(rapport.total).toBe(touched?.n);
    await page.goto(`${url}/#/couverture?perimetre=dans`);
    await page.getByText(`sur ${rapport.total} formations`).waitFor();
  });

  it('fits a phone and the dark theme', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    // Drawn dark from the start: colours that are still passing from one theme to the other have no contrast yet.
    await page.reload();
    for (const [path, name] of [
      ['couverture', 'Couverture'],
      ['regles-perimetre', 'Règles de périmètre'],
      ['regles-perimetre/create', 'Nouvelle règle'],
    ] as const) {
      await page.goto(`${url}/#/${path}`);
      await title(name);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await seriousFindings(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});
