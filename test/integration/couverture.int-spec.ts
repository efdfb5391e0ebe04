import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ETATS_COUVERTURE } from '#matching';
import type { RapportCouverture } from '../../apps/api/src/couverture/couverture.ts';
import { RefreshCouvertureUseCase } from '../../apps/api/src/couverture/refresh-couverture.use-case.ts';
import { type ApiClient } from './api-client.ts';
import { SAMPLES, setUpSample, startInstallation, type Installation } from './installation.ts';
import { concordanceOn } from './run-command.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const COUVERT = ETATS_COUVERTURE[0];
const SOUS_SEUIL = 'Non couvert - Sous le seuil de 20 élèves';
const INCONNU = 'Non couvert - code certification inconnu';

/** Runs and their figures are written by hand: the report is what is looked at here, not the attachment. */
describe('the coverage report', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let campagneId: string;
  let before: string;
  let last: string;

  beforeAll(async () => {
    installation = await startInstallation();
    campagneId = await setUpSample(installation, 'parcoursup');
    before = await endedRun(campagneId, '2026-01-01');
    // Of four formations one is covered, one below the threshold, two unknown; the graph and the review each win some.
    await figures(before, `CASE WHEN rang % 4 = 0 THEN 'Couvert' ELSE '${INCONNU}' END`);
    last = await endedRun(campagneId, '2026-02-01');
    await figures(
      last,
      `CASE rang % 4 WHEN 0 THEN 'Couvert' WHEN 1 THEN '${SOUS_SEUIL}' WHEN 2 THEN 'Couvert' ELSE '${INCONNU}' END`,
    );
    ({ api, admin } = await signedInAdmin(installation));
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  async function endedRun(campagne: string, day: string): Promise<string> {
    const id = randomUUID();
    await installation.dataSource.query(
      `INSERT INTO execution (id, campagne_id, statut, modele, risque, seuil, rentree, instantanes, empreinte,
         nb_lots, nb_signatures, nb_formations, lance_par, started_at, ended_at)
       SELECT $1, id, 'terminee', 'essai', 0.01, 0.9, rentree, '{}', repeat('0', 64), 0, 0, 0, 'essai', $3, $3
       FROM campagne WHERE id = $2`,
      [id, campagne, `${day}T10:00:00Z`],
    );
    return id;
  }

  /** @param etat SQL of the state after review, by `rang`. */
  async function figures(executionId: string, etat: string): Promise<void> {
    const { dataSource } = installation;
    await dataSource.query(`DELETE FROM chiffres_formation WHERE execution_id = $1`, [executionId]);
    await dataSource.query(
      `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
         couverture_codes, code_certification, code_demande, code_donnee, type_donnee, chemin, inverse, uai_donnee,
         uai_donnee_type, source, millesime, instantane, ligne, nb_annee_term, empreinte)
       SELECT $1, f.id, ${etat}, CASE WHEN rang % 2 = 0 THEN 'Couvert' ELSE '${INCONNU}' END, '${INCONNU}',
         'CFD:1', 'CFD:1', 'CFD:1', 'self', 'normal', false, 'x', 'inconnu', 'inserjeunes', '2023', repeat('0', 64), 2,
         40, repeat('0', 64)
       FROM formation f JOIN execution e ON e.campagne_id = f.campagne_id WHERE e.id = $1`,
      [executionId],
    );
    await dataSource.query(
      `INSERT INTO calcul_chiffres (id, execution_id, motif, statut, nb_recalculees, ended_at)
       SELECT gen_random_uuid(), $1, 'demande', 'terminee', count(*), now() FROM chiffres_formation
       WHERE execution_id = $1`,
      [executionId],
    );
  }

  const report = async (query: Record<string, string> = {}): Promise<RapportCouverture> => {
    const { status, body } = await admin.get(
      `/api/couverture?${new URLSearchParams({ campagneId, ...query }).toString()}`,
    );
    expect(status).toBe(200);
    return body as RapportCouverture;
  };
  const count = async (where: string, sum = 'count(*)'): Promise<number> => {
    const rows: { n: number }[] = await installation.dataSource.query(
      `SELECT ${sum}::int AS n FROM formation f LEFT JOIN formation_axe x ON x.formation_id = f.id
       WHERE f.campagne_id = $1 AND ${where}`,
      [campagneId],
    );
    return rows[0]?.n ?? NaN;
  };
  const sum = (counts: readonly { n: number }[]): number => counts.reduce((total, { n }) => total + n, 0);

  it('leads to the rows of the run that is counted, the last one or another', async () => {
    const rows = async (filter: object): Promise<number> => {
      const { status, body } = await admin.get(
        `/api/formations?perPage=1&filter=${encodeURIComponent(JSON.stringify({ campagneId, ...filter }))}`,
      );
      expect(status).toBe(200);
      return Number(body.total);
    };
    for (const executionId of [before, last]) {
      const { body } = await admin.get(`/api/couverture?executionId=${executionId}`);
      expect(body).toMatchObject({ executionId, derniere: executionId === last });
      for (const { etat, n } of (body as RapportCouverture).etats) {
        expect([etat, await rows({ executionId, raisonCouverture: etat })]).toEqual([etat, n]);
      }
    }
    expect(await rows({ executionId: before, raisonCouverture: SOUS_SEUIL })).toBe(0);
    expect(await rows({ raisonCouverture: SOUS_SEUIL })).toBeGreaterThan(0);
    expect(await rows({ executionId: before })).toBe(await count('true'));
  });

  it('counts every formation once, whatever the axis, and says the rates of each moment', async () => {
    const all = await count('true');
    for (const groupe of ['type', 'academie', 'filiere', 'perimetre']) {
      for (const moment of ['codes', 'concordance', 'revue']) {
        const rapport = await report({ groupe, moment });
        expect(rapport).toMatchObject({ etat: 'a_jour', executionId: last, derniere: true, total: all });
        expect(sum(rapport.etats)).toBe(all);
        expect(rapport.groupes.reduce((total, each) => total + each.total, 0)).toBe(all);
        for (const each of rapport.groupes) expect(sum(each.etats)).toBe(each.total);
      }
    }
    const rapport = await report();
    expect(rapport.moments).toEqual([
      { moment: 'codes', total: all, couvert: 0 },
      { moment: 'concordance', total: all, couvert: await count('rang % 2 = 0') },
      { moment: 'revue', total: all, couvert: await count('rang % 2 = 0') },
    ]);
    expect(rapport.etats).toEqual([
      { etat: COUVERT, n: await count('rang % 2 = 0') },
      { etat: SOUS_SEUIL, n: await count('rang % 4 = 1') },
      { etat: INCONNU, n: await count('rang % 4 = 3') },
    ]);
  });

  it('weighs by places and by vœux', async () => {
    expect((await report({ poids: 'places' })).total).toBe(await count('true', 'sum(capacite)'));
    const voeux = await report({ poids: 'voeux', filiere: 'scolaire' });
    expect(voeux.couvert).toBe(await count(`rang % 2 = 0 AND voie = 'scolaire'`, 'sum(voeux)'));
    expect(voeux.couvert).toBeGreaterThan(1_000);
  });

  it('is narrowed by académie, route, type and perimeter', async () => {
    const lyon = await report({ academie: '10', filiere: 'scolaire', typeDiplome: 'BTS - Services' });
    expect(lyon.total).toBe(
      await count(`x.academie = '10' AND voie = 'scolaire' AND x.type_diplome = 'BTS - Services'`),
    );
    expect(lyon.total).toBeGreaterThan(0);
    expect(lyon.facettes.academies).toContainEqual({
      cle: '10',
      libelle: 'Lyon',
      n: await count(`x.academie = '10'`),
    });
  });

  it('stands beside the run before, in points and in counts, group by group', async () => {
    const rapport = await report({ avec: 'precedente', groupe: 'filiere' });
    const [all, was, is] = [await count('true'), await count('rang % 4 = 0'), await count('rang % 2 = 0')];
    expect(rapport.comparaison).toMatchObject({
      executionId: before,
      total: all,
      couvert: was,
      ecartPoints: Math.round((is / all - was / all) * 1000) / 10,
    });
    expect(rapport.comparaison?.etats).toContainEqual({
      etat: SOUS_SEUIL,
      n: await count('rang % 4 = 1'),
      avant: 0,
      ecart: await count('rang % 4 = 1'),
    });
    for (const groupe of rapport.groupes) expect(groupe.comparaison?.total).toBe(groupe.total);
    expect((await report({ avec: 'campagne' })).comparaison).toBeNull();
  });

  it('stands beside the campaign before of the same platform', async () => {
    const older = await setUpSample(
      installation,
      'parcoursup',
      join(SAMPLES, 'catalogues', 'parcoursup.csv'),
      'Parcoursup 2025',
    );
    await installation.dataSource.query(`UPDATE campagne SET rentree = '2025-09-01' WHERE id = $1`, [older]);
    const run = await endedRun(older, '2025-02-01');
    await figures(run, `'Couvert'`);
    const { comparaison } = await report({ avec: 'campagne' });
    expect(comparaison).toMatchObject({ executionId: run, campagneNom: 'Parcoursup 2025' });
    expect(comparaison?.couvert).toBe(comparaison?.total);
  });

  it('follows the perimeter rules, and the figures once they are whole', async () => {
    expect((await report({ groupe: 'perimetre' })).groupes.map(({ cle }) => cle)).toEqual(['sans_regle']);
    await admin.post('/api/regles-perimetre', {
      nom: 'BTS',
      plateforme: null,
      typeDiplome: 'BTS',
      filiere: null,
      niveau: null,
      conditionIntegration: 'doit_integrer',
      condition: null,
      priorite: 0,
    });
    const inScope = await report({ perimetre: 'dans' });
    expect(inScope.total).toBe(await count(`x.fait_famille = 'bts'`));
    expect(inScope.facettes.perimetres.map(({ cle }) => cle).sort()).toEqual(['dans', 'sans_regle']);
    await installation.dataSource.query(
      `INSERT INTO calcul_chiffres (id, execution_id, motif, statut, nb_recalculees)
       VALUES (gen_random_uuid(), $1, 'demande', 'en_cours', 5)`,
      [last],
    );
    expect(await report()).toMatchObject({ etat: 'en_calcul', couvert: await count('rang % 2 = 0') });
    await installation.dataSource.query(`DELETE FROM calcul_chiffres WHERE statut = 'en_cours'`);
    await figures(last, `'Couvert'`);
    expect(await report()).toMatchObject({ etat: 'a_jour', couvert: await count('true') });
  });

  it('is drawn once for many readers, and by the workers before anyone asks', async () => {
    await figures(last, `'${INCONNU}'`);
    const refresh = installation.app.get(RefreshCouvertureUseCase);
    const drawn = await Promise.all([refresh.ensureWatched(), refresh.ensureWatched()]);
    expect(Math.max(...drawn)).toBeGreaterThanOrEqual(1);
    expect(await refresh.ensureWatched()).toBe(0);
    expect((await report()).couvert).toBe(0);
  });

  it('is a spreadsheet and a command', async () => {
    const file = join(installation.folder, 'couverture.csv');
    const asked = ['couverture', '--campagne', 'Essai parcoursup', '--csv', file];
    expect(await concordanceOn(installation, ...asked)).toMatchObject({ code: 0, stderr: '' });
    const lines: Record<string, string>[] = parse(await readFile(file), {
      delimiter: ';',
      bom: true,
      columns: true,
    });
    const rapport = await report();
    expect(lines).toHaveLength(rapport.groupes.length + 1);
    expect(lines.at(-1)).toMatchObject({
      type: 'Ensemble',
      total: String(rapport.total),
      [INCONNU]: String(rapport.total),
    });
    const response = await fetch(`${await api.getUrl()}/api/couverture/export?campagneId=${campagneId}`, {
      headers: { Cookie: admin.cookie ?? '' },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(await readFile(file));
  });

  it('lists the formations behind a number', async () => {
    const filter = { campagneId, raisonCouverture: INCONNU, perimetre: 'dans', academieCode: '10' };
    const { body } = await admin.get(`/api/formations?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect(body.total).toBe((await report({ perimetre: 'dans', academie: '10' })).total);
    expect(body.total).toBeGreaterThan(0);
  });

  it.each([
    ['neither campaign nor run', ''],
    ['an unknown moment', `campagneId=${randomUUID()}&moment=demain`],
    ['an unknown axis', `campagneId=${randomUUID()}&groupe=voie`],
  ])('refuses %s', async (_, query) => {
    expect((await admin.get(`/api/couverture?${query}`)).status).toBe(400);
  });

  it('says when there is nothing to report', async () => {
    expect(await admin.get(`/api/couverture?campagneId=${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'COUVERTURE_ABSENTE' },
    });
  });
});
