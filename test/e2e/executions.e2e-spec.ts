import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { signIn } from '../back-office.ts';
import { describeInChromium, openPage, seriousFindings } from '../browser.ts';
import type { ApiClient } from '../integration/api-client.ts';
import { builtExport } from '../integration/built-export.ts';
import { launch, waitForEnd } from '../integration/installation.ts';
import { startReviewApp, type ReviewApp } from '../integration/review-app.ts';

describeInChromium(
  'the page of a run',
  'la publication et l’ouverture de la file ne sont pas essayées',
  () => {
    let app: ReviewApp;
    let admin: ApiClient;
    let browser: Browser;
    let page: Page;
    let errors: string[];
    let ancienne: string;
    let recente: string;

    beforeAll(async () => {
      app = await startReviewApp();
      admin = await app.steward('admin', 'administrateur');
      await app.steward('adjudicatrice', 'adjudicateur');
      const { body } = await admin.get(`/api/executions?page=1&perPage=1`);
      ancienne = body.data[0].id as string;
      recente = await launch(app.installation, app.campagneId);
      await waitForEnd(app.installation, recente);
      ({ browser, page, errors } = await openPage());
      await signIn(page, app.url, 'admin');
    }, 120_000);

    afterAll(async () => {
      await browser.close();
      await app.close();
    });

    const publiee = async (): Promise<string | null> =>
      (await admin.get(`/api/campagnes/${app.campagneId}`)).body.executionPublieeId as string | null;
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    const open = async (executionId: string): Promise<void> => {
      await page.goto(`${app.url}/#/executions/${executionId}/show`);
      await page.getByRole('link', { name: 'Voir sa couverture' }).waitFor();
      await page.waitForLoadState('networkidle');
    };

    /** Reaches a button by keys alone, as someone without a mouse does. */
    const tabTo = async (wanted: Locator): Promise<void> => {
      await wanted.waitFor();
      for (let i = 0; i < 80; i += 1) {
        if (await wanted.evaluate((one) => one === one.ownerDocument.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error('the button is not reached by Tab');
    };

    /** Publishes the run that is open: the button, the question, its answer, by keyboard. */
    const publish = async (name: string): Promise<void> => {
      await tabTo(button(name));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(`${name} ?`).waitFor();
      await dialog.getByText('Les décisions des personnes ne changent pas').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await tabTo(dialog.getByRole('button', { name, exact: true }));
      await page.keyboard.press('Enter');
      await page.getByText('Exécution publiée.').waitFor();
      await page.getByText('Publiée', { exact: true }).waitFor();
      expect(await button(name).count()).toBe(0);
    };

    it('publishes nothing that was not confirmed', async () => {
      await open(ancienne);
      await tabTo(button('Publier cette exécution'));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // Whoever closes it is where they were.
      await tabTo(button('Publier cette exécution'));
      expect(await publiee()).toBeNull();
    }, 60_000);

    it.each([
      [1280, 'light'],
      [390, 'dark'],
    ])(
      'publishes a run, then a newer one, then goes back: %i px, %s',
      async (width, theme) => {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(`localStorage.setItem('RaStore.theme', '"${theme}"')`);
        await page.reload();
        if (width === 1280) {
          await open(ancienne);
          await publish('Publier cette exécution');
          expect(await publiee()).toBe(ancienne);
        }
        await open(recente);
        await publish('Publier cette exécution');
        expect(await publiee()).toBe(recente);
        await open(ancienne);
        await publish('Revenir à cette exécution');
        expect(await publiee()).toBe(ancienne);
        const exported = await builtExport(admin, app.campagneId);
        expect((await admin.get(`/api/exports/${exported}`)).body.executionId).toBe(ancienne);
        expect(await seriousFindings(page)).toEqual([]);
      },
      120_000,
    );

    it('is neither offered nor granted to a role that may not', async () => {
      const { page: other, browser: apart } = await openPage();
      try {
        await signIn(other, app.url, 'adjudicatrice');
        await other.goto(`${app.url}/#/executions/${recente}/show`);
        await other.getByRole('link', { name: 'Voir sa couverture' }).waitFor();
        await other.waitForLoadState('networkidle');
        expect(await other.getByRole('button', { name: /cette exécution$/ }).count()).toBe(0);
        // Her own session, from her own page.
        const [status, code] = await other.evaluate<[number, string], [string, string]>(
          async ([campagneId, executionId]) => {
            const answer = await fetch(`/api/campagnes/${campagneId}/publication`, {
              method: 'POST',
              headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'concordance' },
              body: JSON.stringify({ executionId }),
            });
            return [answer.status, ((await answer.json()) as { code: string }).code];
          },
          [app.campagneId, recente],
        );
        expect([status, code]).toEqual([403, 'ROLE_INSUFFISANT']);
        expect(await publiee()).toBe(ancienne);
      } finally {
        await apart.close();
      }
    }, 60_000);

    it.each([
      [1280, 'light'],
      [390, 'dark'],
    ])(
      'says how far the opening of the queue is, until it is open: %i px, %s',
      async (width, theme) => {
        const { dataSource } = app.installation;
        const [state]: { total: number }[] = await dataSource.query(
          `UPDATE ouverture_file SET ouverts = 17, terminee_at = NULL, envoyee_at = now(), erreur = 'base occupée'
       WHERE execution_id = $1 RETURNING total`,
          [recente],
        );
        expect(state).toBeDefined();
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(`localStorage.setItem('RaStore.theme', '"${theme}"')`);
        const said = page.getByText('Ouverture de la file : 17 dossiers sur');
        // The list keeps this for wide screens, as it does the progress of a run.
        const routes = [`/campagnes/${app.campagneId}/show`, `/executions/${recente}/show`];
        for (const route of width === 1280 ? ['/executions', ...routes] : routes) {
          await page.goto(`${app.url}/#${route}`);
          await page.reload();
          await said.first().waitFor();
          expect(await seriousFindings(page)).toEqual([]);
        }
        await page.getByText('elle est retentée chaque minute : base occupée').waitFor();
        // The page is read again by itself.
        await dataSource.query(
          `UPDATE ouverture_file SET ouverts = total, terminee_at = now(), erreur = NULL WHERE execution_id = $1`,
          [recente],
        );
        await said.waitFor({ state: 'detached' });
      },
      60_000,
    );

    it('is in the journal, and throws nothing on the way', async () => {
      const { body } = await admin.get(
        `/api/journal?filter=${encodeURIComponent(JSON.stringify({ type: 'execution_publiee' }))}`,
      );
      expect(body.total).toBe(5);
      expect(errors).toEqual([]);
    });
  },
);
