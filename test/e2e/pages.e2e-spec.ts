import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signIn } from '../back-office.ts';
import { describeInChromium, openPage, seriousFindings } from '../browser.ts';
import { acceptFirst, builtExport } from '../integration/built-export.ts';
import {
  launch,
  ROOT,
  SAMPLES,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from '../integration/installation.ts';
import { signedInAdmin } from '../integration/signed-in-admin.ts';

/** Where the pages are photographed when asked (CONTRIBUTING.md): the pictures of the documentation. */
const IMAGES = process.env['CONCORDANCE_CAPTURES'] === 'oui' ? join(ROOT, 'docs', 'images') : null;

/** Said as one types it: the page of a snapshot says where it came from. */
const CATALOGUE = relative(process.cwd(), join(SAMPLES, 'catalogues', 'parcoursup.csv'));

/** Words of react-admin, of MUI and of our own code that a French screen must not show. */
const ANGLAIS =
  /\b(loading|search|filter|filters|save|cancel|delete|edit|create|show|list|settings|next|previous|rows per page|no results|home|dashboard|refresh|sign in|log ?out|password|username|submit|undefined|null|invalid|error|warning|page not found|go to|clear|close|open|menu)\b/i;

/** A query joined by AND and OR, as the address of the list holds it. */
const REQUETE = JSON.stringify({
  condition: {
    type: 'et',
    conditions: [
      { type: 'test', champ: 'famille', operateur: 'egal', valeur: 'BTS' },
      {
        type: 'ou',
        conditions: [
          { type: 'test', champ: 'statut', operateur: 'egal', valeur: 'a_verifier' },
          { type: 'test', champ: 'motifs', operateur: 'contient', valeur: 'CODE_PERIME' },
        ],
      },
    ],
  },
});

/** Every page that the sample campaign fills, by the name of its picture. */
const pagesOf = (ids: Ids): readonly (readonly [nom: string, route: string])[] => [
  ['tableau-de-bord', '/'],
  ['revues', '/revues'],
  ['revue', `/revues/${ids.revue}/show`],
  ['mes-decisions', '/mes-decisions'],
  ['campagnes', '/campagnes'],
  ['campagne', `/campagnes/${ids.campagne}/show`],
  ['campagne-nouvelle', '/campagnes/create'],
  ['formations', '/formations'],
  ['formations-requete', `/formations?filter=${encodeURIComponent(REQUETE)}`],
  ['formation', `/formations/${ids.formation}/show`],
  ['executions', '/executions'],
  ['execution', `/executions/${ids.execution}/show`],
  ['comparaison-executions', `/executions/${ids.execution}/comparaison/${ids.precedente}`],
  ['couverture', '/couverture'],
  ['confiance', '/confiance'],
  ['lecture', '/lecture/audit'],
  ['exports', '/exports'],
  ['export', `/exports/${ids.export}/show`],
  ['comparaison-exports', `/exports/${ids.export}/comparaison/${ids.exportPrecedent}`],
  ['certifications', `/certifications?filter=${encodeURIComponent('{"q":"management"}')}`],
  ['certification', `/certifications/${encodeURIComponent(ids.certification)}/show`],
  ['instantanes', '/instantanes'],
  ['instantane', `/instantanes/${ids.instantane}/show`],
  ['imports', '/imports'],
  ['import-nouveau', '/imports/create'],
  ['planifications', '/planifications'],
  ['planification-nouvelle', '/planifications/create'],
  ['collectes', '/collectes'],
  ['alertes', '/alertes'],
  ['alerte', `/alertes/${encodeURIComponent(ids.alerte)}/show`],
  ['etablissements', '/etablissements'],
  ['etablissement', `/etablissements/${ids.etablissement}/show`],
  ['regles-perimetre', '/regles-perimetre'],
  ['regle-perimetre', `/regles-perimetre/${ids.regle}`],
  ['regle-perimetre-nouvelle', '/regles-perimetre/create'],
  ['comptes', '/comptes'],
  ['compte', `/comptes/${ids.compte}`],
  ['journal', '/journal'],
  ['finalites', '/finalites'],
];

interface Ids {
  readonly campagne: string;
  readonly execution: string;
  readonly precedente: string;
  readonly revue: string;
  readonly formation: string;
  readonly certification: string;
  readonly instantane: string;
  readonly compte: string;
  readonly alerte: string;
  readonly etablissement: string;
  readonly regle: string;
  readonly export: string;
  readonly exportPrecedent: string;
}

const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 1280, theme: 'dark' },
  { largeur: 390, theme: 'light' },
  { largeur: 390, theme: 'dark' },
] as const;

describeInChromium('every page in Chromium', 'les pages ne sont pas parcourues', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let browser: Browser;
  let page: Page;
  let url: string;
  let ids: Ids;
  let errors: string[];

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    const campagne = await setUpSample(installation, 'parcoursup', CATALOGUE);
    const precedente = await launch(installation, campagne);
    await waitForEnd(installation, precedente, 120_000);
    const execution = await launch(installation, campagne);
    await waitForEnd(installation, execution, 120_000);
    const signedIn = await signedInAdmin(installation);
    const { admin } = signedIn;
    api = signedIn.api;
    url = await api.getUrl();
    const firstOf = async (resource: string): Promise<Record<string, string>> => {
      const { body } = await admin.get(`/api/${resource}?page=1&perPage=1`);
      return (body as { data: Record<string, string>[] }).data[0] ?? {};
    };
    // Checks, and the alerts they raise, are a job of their own after the run.
    for (let i = 0; (await firstOf('alertes'))['id'] === undefined; i += 1) {
      if (i > 600) throw new Error('the checks of the sample have raised no alert');
      await sleep(100);
    }
    const regles = JSON.parse(await readFile(join(SAMPLES, 'perimetre.json'), 'utf8')) as unknown[];
    for (const regle of regles) await admin.post('/api/regles-perimetre', regle);
    const formation = await firstOf('formations');
    const exportPrecedent = await builtExport(admin, campagne);
    const { body: revues } = await admin.get('/api/revues?page=1&perPage=2');
    await acceptFirst(admin, revues.data[1].id as string);
    await admin.post('/api/finalites', {
      traitement: 'vitesse',
      finalite: 'Dimensionner les équipes de la campagne 2027',
      baseLegale: 'Mission d’intérêt public',
      dureeJours: 90,
    });
    ids = {
      campagne,
      execution,
      precedente,
      revue: (await firstOf('revues'))['id'] ?? '',
      formation: formation['id'] ?? '',
      certification: formation['codeCertification'] ?? '',
      instantane: (await firstOf('instantanes'))['id'] ?? '',
      compte: (await firstOf('comptes'))['id'] ?? '',
      alerte: (await firstOf('alertes'))['id'] ?? '',
      etablissement: (await firstOf('etablissements'))['id'] ?? '',
      regle: (await firstOf('regles-perimetre'))['id'] ?? '',
      export: await builtExport(admin, campagne),
      exportPrecedent,
    };
    expect(Object.entries(ids).filter(([, id]) => id === '')).toEqual([]);
    await admin.post('/api/tirages', { genre: 'audit', campagneId: campagne, taille: 20 });
    ({ browser, page, errors } = await openPage());
    await signIn(page, url, 'admin');
    if (IMAGES !== null) await mkdir(IMAGES, { recursive: true });
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await api.close();
    await installation.close();
  });

  /** Opens a page and waits until it has said everything. */
  const open = async (route: string): Promise<void> => {
    await page.goto(`${url}/#${route}`);
    await page.locator('h1:not(:empty)').first().waitFor();
    await page.waitForLoadState('networkidle');
    while ((await page.locator('[role=progressbar]:not([aria-valuenow])').count()) > 0) {
      await page.waitForTimeout(50);
    }
  };

  it.each(VUES)(
    'has nothing serious for axe, and fits: $largeur px, $theme',
    async ({ largeur, theme }) => {
      await page.evaluate(`localStorage.setItem('RaStore.theme', '"${theme}"')`);
      await page.setViewportSize({ width: largeur, height: 900 });
      await page.reload();
      const findings: Record<string, unknown> = {};
      for (const [nom, route] of pagesOf(ids)) {
        await open(route);
        const found = await seriousFindings(page);
        if (found.length > 0) findings[nom] = found;
        const [scroll, width] = await page.evaluate<[number, number]>(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        if (scroll > width) findings[`${nom}, largeur`] = scroll;
        if (IMAGES !== null && (theme === 'light' || nom === 'revue')) {
          const suffix = `${largeur === 390 ? '-390' : ''}${theme === 'dark' ? '-sombre' : ''}`;
          if (largeur === 1280 || nom === 'revue' || nom === 'tableau-de-bord') {
            await page.screenshot({
              path: join(IMAGES, `${nom}${suffix}.png`),
              clip: { x: 0, y: 0, width: largeur, height: 900 },
            });
          }
        }
      }
      expect(findings).toEqual({});
    },
    300_000,
  );

  it('shows no English word', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const found: Record<string, string> = {};
    for (const [nom, route] of pagesOf(ids)) {
      await open(route);
      // What is read and what is only said: names, titles, hints. Data in `code` is not ours.
      const text = await page.evaluate<string>(`(() => {
        const copy = document.body.cloneNode(true);
        copy.querySelectorAll('code, kbd, script, style').forEach((one) => one.remove());
        const said = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((one) =>
          ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''));
        return [copy.textContent, ...said].join('\\n');
      })()`);
      const english = ANGLAIS.exec(text);
      if (english) found[nom] = text.slice(Math.max(0, english.index - 30), english.index + 40);
    }
    expect(found).toEqual({});
  }, 300_000);

  it('throws nothing on the way', () => {
    expect(errors).toEqual([]);
  });
});
