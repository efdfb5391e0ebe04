import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { LaunchExecutionUseCase } from '../../apps/api/src/appariements/launch-execution.use-case.ts';
import { CreerPremierAdministrateur } from '../../apps/api/src/comptes/creer-premier-administrateur.use-case.ts';
import { findFreePort } from '../../apps/api/src/demarrage/ports.ts';
import { itemReady, signIn } from '../back-office.ts';
import { describeInChromium, openBrowser } from '../browser.ts';
import { ApiClient } from '../integration/api-client.ts';
import {
  ROOT,
  SAMPLES,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from '../integration/installation.ts';

const FICHES = 60;

/**
 * Notes in the page, for each key pressed, the milliseconds from the press to the painting of the next item. The press
 * is dated by the browser, so that waiting for a busy page counts; a message sent from the last step before the
 * painting is read after it.
 */
const MESURE = `
  globalThis.mesures = [];
  let pressed = null, last = null, painted = null;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => painted?.();
  document.addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    const id = document.querySelector('[data-revue]')?.dataset.revue;
    if (!id || id === last) return;
    last = id;
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    painted = () => globalThis.mesures.push(performance.now() - from);
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-revue'] });
`;

/** What a steward does in half an hour, in a minute: decides without pause, reloads, and loses the server once. */
describeInChromium('the pace of the review', 'la cadence de la revue n’est pas mesurée', () => {
  let installation: Installation;
  let browser: Browser;
  let server: ChildProcess;
  let port: number;
  let url: string;

  const startServer = async (): Promise<void> => {
    server = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'api', 'src', 'main.api.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: installation.config.databaseUrl.reveal(),
        CONCORDANCE_DATA_DIR: installation.folder,
        CONCORDANCE_ADRESSE: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'error',
      },
      stdio: 'ignore',
    });
    while (
      !(await fetch(`${url}/api/sante`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await sleep(50);
  };

  const kill = async (): Promise<void> => {
    const exit = once(server, 'exit');
    server.kill('SIGKILL');
    await exit;
  };

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    // The smallest risk sends the most items to people.
    for (const plateforme of ['parcoursup', 'apprentissage', 'generique'] as const) {
      const campagneId = await setUpSample(
        installation,
        plateforme,
        join(SAMPLES, 'catalogues', `${plateforme}.csv`),
      );
      const executionId = await installation.app
        .get(LaunchExecutionUseCase)
        .execute({ campagneId, risque: 0.0001, auteur: { compteId: null, nom: 'essai' } });
      await waitForEnd(installation, executionId, 120_000);
    }
    const first = await installation.app.get(CreerPremierAdministrateur).execute();
    port = await findFreePort();
    url = `http://127.0.0.1:${port}`;
    await startServer();
    const admin = new ApiClient(url);
    await admin.signInFirst('admin', first?.motDePasse ?? '');
    const created = await admin.post('/api/comptes', {
      identifiant: 'karim',
      nom: 'Karim',
      role: 'instructeur',
    });
    const { motDePasseProvisoire } = created.body as { motDePasseProvisoire: string };
    await new ApiClient(url).signInFirst('karim', motDePasseProvisoire);
    browser = await openBrowser();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await kill();
    await installation.close();
  });

  const jugements = (): Promise<
    { signature_id: string; revue_id: string; version: number; verdict: string }[]
  > =>
    installation.dataSource.query(
      `SELECT signature_id, revue_id, version, verdict FROM jugement ORDER BY created_at`,
    );

  /** Signs in, opens the queue and takes its first item. */
  const begin = async (identifiant: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
    const page = await context.newPage();
    await page.addInitScript(MESURE);
    await signIn(page, url, identifiant);
    await page.goto(`${url}/#/revues`);
    await page.getByRole('button', { name: 'Commencer par la première' }).click();
    await itemReady(page);
    return page;
  };

  const current = async (page: Page): Promise<string> =>
    (await page.locator('[data-revue]').getAttribute('data-revue')) ?? '';

  const leaves = async (page: Page, id: string): Promise<void> => {
    await page.locator(`[data-revue]:not([data-revue="${id}"])`).waitFor();
    await itemReady(page);
  };

  /** Decides by one key: the first candidate where there is one. @returns the item decided. */
  const decide = async (page: Page): Promise<string> => {
    const id = await current(page);
    const candidates = await page.locator('button:enabled', { hasText: 'Accepter' }).count();
    await page.keyboard.press(candidates > 0 ? '1' : 'i');
    await leaves(page, id);
    return id;
  };

  it('takes sixty decisions by keyboard, through a reload and a killed server, none lost nor doubled', async () => {
    const page = await begin('admin');
    const decided: string[] = [];
    const measures: number[] = [];
    const collect = async () =>
      measures.push(...(await page.evaluate<number[]>('globalThis.mesures.splice(0)')));
    const from = Date.now();
    let aside = 0;
    while (decided.length < FICHES) {
      decided.push(await decide(page));
      if (decided.length === 20) {
        await collect();
        const pause = Date.now();
        await page.reload();
        await itemReady(page);
        aside += Date.now() - pause;
      }
      if (decided.length === 40) {
        await collect();
        const pause = Date.now();
        const id = await current(page);
        await kill();
        await page.keyboard.press('i');
        await page.getByText('La décision n’est pas encore enregistrée.').waitFor();
        await startServer();
        await page.getByRole('button', { name: 'Renvoyer la même décision' }).click();
        await leaves(page, id);
        decided.push(id);
        await page.evaluate('globalThis.mesures.splice(0)');
        aside += Date.now() - pause;
      }
    }
    const minutes = (Date.now() - from - aside) / 60_000;
    await collect();
    const sorted = [...measures].sort((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
    process.stdout.write(
      `revue au clavier : ${decided.length} décisions, ${Math.round(decided.length / minutes)} par minute, ` +
        `touche → fiche suivante p50 ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)} ms, ` +
        `p95 ${Math.round(p95)} ms (${sorted.length} mesures)\n`,
    );
    const written = await jugements();
    expect(written.map(({ revue_id }) => revue_id)).toEqual(decided);
    expect(new Set(decided).size).toBe(decided.length);
    expect(new Set(written.map(({ version }) => version))).toEqual(new Set([1]));
    await page.context().close();
  }, 240_000);

  it('never gives one item to two people, and shows the other’s decision to the second', async () => {
    const [one, two] = [await begin('admin'), await begin('karim')];
    const seen: string[][] = [[], []];
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await Promise.all([current(one), current(two)]);
      expect(a).not.toBe(b);
      seen[0]?.push(await decide(one));
      seen[1]?.push(await decide(two));
    }
    expect(seen[0]?.filter((id) => seen[1]?.includes(id))).toEqual([]);

    const disputed = await current(one);
    await two.goto(`${url}/#/revues/${disputed}/show`);
    await two.locator(`[data-revue="${disputed}"]`).waitFor();
    await itemReady(two);
    await two.getByText(/^Fiche prise par /).waitFor();
    await decide(one);
    await two.keyboard.press('i');
    const conflict = two.getByRole('dialog', { name: 'Cette fiche vient d’être décidée' });
    await conflict.waitFor();
    await conflict.getByRole('button', { name: 'Voir la fiche à jour' }).and(two.locator(':focus')).waitFor();
    await two.keyboard.press('Enter');
    await conflict.waitFor({ state: 'detached' });
    const kept = (await jugements()).filter(({ revue_id }) => revue_id === disputed);
    expect(kept).toHaveLength(1);
  }, 120_000);
});
