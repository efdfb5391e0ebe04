import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ETATS_COUVERTURE, TYPES_ALERTE, type Plateforme } from '#matching';
import {
  CalculChiffresRepository,
  type CalculView,
} from '../../apps/api/src/indicateurs/calcul-chiffres.repository.ts';
import { CoutDesChiffres1763727000000 } from '../../apps/api/src/database/migrations/1763727000000-cout-des-chiffres.ts';
import { DemanderChiffresUseCase } from '../../apps/api/src/indicateurs/demander-chiffres.use-case.ts';
import { ensureSampleRegles } from '../../apps/api/src/cli/sample-campaigns.ts';
import { ControlerFormationsUseCase } from '../../apps/api/src/etablissements/controler-formations.use-case.ts';
import { ApplyPerimetreUseCase } from '../../apps/api/src/perimetre/apply-perimetre.use-case.ts';
import { lireCas, titres } from './cas-attendus.ts';
import { casCouverture, casObtenu, type CasCouverture } from './chiffres-attendus.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from './installation.ts';

const AUTEUR = { compteId: null, nom: 'essai' };
const PLATEFORMES: readonly Plateforme[] = ['parcoursup', 'affelnet', 'apprentissage'];

describe('figures and coverage of a run', () => {
  let installation: Installation;
  const executions = new Map<string, string>();
  const campagnes = new Map<string, string>();

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    for (const plateforme of PLATEFORMES) {
      const campagneId = await setUpSample(installation, plateforme);
      const executionId = await launch(installation, campagneId);
      await waitForEnd(installation, executionId);
      await waitForFigures(executionId);
      executions.set(plateforme, executionId);
      campagnes.set(plateforme, campagneId);
    }
  }, 180_000);

  afterAll(async () => {
    await installation.close();
  });

  /** Waits until no computation of the run is left, and gives the last one. */
  async function waitForFigures(executionId: string): Promise<CalculView> {
    const calculs = installation.app.get(CalculChiffresRepository);
    for (const deadline = Date.now() + 45_000; ;) {
      const last = await calculs.lastOf(executionId);
      if (last !== null && !['en_attente', 'en_cours'].includes(last.statut)) return last;
      if (Date.now() > deadline) throw new Error(`figures have not ended: ${JSON.stringify(last)}`);
      await sleep(50);
    }
  }

  async function obtained(cas: CasCouverture): Promise<CasCouverture | null> {
    const rows = await installation.query<Parameters<typeof casObtenu>[1]>(
      `SELECT k.*, chiffres_detail(k) AS detail FROM chiffres_formation k JOIN formation f ON f.id = k.formation_id
       WHERE k.execution_id = $1 AND f.identifiant = $2`,
      [executions.get(cas.catalogue), cas.identifiant],
    );
    return rows[0] === undefined ? null : casObtenu(cas, rows[0]);
  }

  it('has a case for every reason and every rule, at least sixty', () => {
    const cases = casCouverture();
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ catalogue, identifiant }) => `${catalogue} ${identifiant}`)).size).toBe(
      cases.length,
    );
    expect(cases.every(({ pourquoi }) => pourquoi !== '')).toBe(true);
    expect(ETATS_COUVERTURE.filter((etat) => !cases.some((cas) => cas.couverture === etat))).toEqual([]);
  });

  it.each(casCouverture().map((cas) => [`${cas.regle} (${cas.catalogue} ${cas.identifiant})`, cas] as const))(
    'gives what is expected: %s',
    async (_, cas) => {
      expect(await obtained(cas)).toEqual(cas);
    },
  );

  describe('alerts, expected row by row', () => {
    beforeAll(async () => {
      const controler = installation.app.get(ControlerFormationsUseCase);
      for (const executionId of executions.values()) await controler.complete(executionId);
    });

    const cases = lireCas<'type' | 'cle' | 'acteur' | 'date'>('cas-alertes');

    it('has a row that raises each of them, and one that does not', () => {
      const types = (wanted: boolean): Set<string> =>
        new Set(cases.filter(({ cle }) => (cle !== '') === wanted).map(({ type }) => type));
      expect(types(true)).toEqual(new Set(TYPES_ALERTE));
      expect(types(false)).toEqual(new Set(TYPES_ALERTE));
    });

    it.each(titres(cases, ({ type }) => type))('%s', async (_, { catalogue, identifiant, ...expected }) => {
      const found = await installation.query<Record<string, string>>(
        `SELECT a.cle, a.acteur, coalesce(to_char(a.date, 'YYYY-MM-DD'), '') AS date
         FROM alerte_formation a JOIN formation f ON f.id = a.formation_id
         WHERE a.execution_id = $1 AND f.identifiant = $2 AND a.type = $3`,
        [executions.get(catalogue), identifiant, expected.type],
      );
      const { cle, acteur, date } = expected;
      expect(found).toEqual(cle === '' ? [] : [{ cle, acteur, date }]);
    });
  });

  describe('the perimeter that the sample rules give, expected row by row', () => {
    beforeAll(async () => {
      await ensureSampleRegles(installation.app, SAMPLES);
      for (const campagneId of campagnes.values()) {
        await installation.dataSource.transaction((manager) =>
          installation.app.get(ApplyPerimetreUseCase).execute(manager, campagneId),
        );
      }
    });

    const cases = lireCas<'perimetre' | 'regle'>('cas-perimetre');

    it.each(titres(cases, ({ perimetre }) => perimetre))('%s', async (_, cas) => {
      const { catalogue, identifiant, perimetre, regle } = cas;
      const found = await installation.query(
        `SELECT x.perimetre, coalesce(r.nom, '') AS regle FROM formation_axe x
         JOIN formation f ON f.id = x.formation_id LEFT JOIN regle_perimetre r ON r.id = x.regle_id
         WHERE f.campagne_id = $1 AND f.identifiant = $2`,
        [campagnes.get(catalogue), identifiant],
      );
      expect(found).toEqual([{ perimetre, regle }]);
    });
  });

  it('counts conserve: every formation of the run has one state a moment, and a figure only with its provenance', async () => {
    for (const executionId of executions.values()) {
      const [row] = await installation.query<Record<string, number>>(
        `SELECT e.nb_formations AS formations, count(k.formation_id)::int AS rows,
           count(*) FILTER (WHERE k.nb_annee_term IS NOT NULL AND chiffres_detail(k)->'provenance'->>'instantane' IS NULL)::int
             AS orphans,
           count(*) FILTER (WHERE k.couverture = 'Couvert' AND jsonb_array_length(chiffres_detail(k)->'terminales') = 0
             AND k.nb_annee_term < 20)::int AS small
         FROM execution e LEFT JOIN chiffres_formation k ON k.execution_id = e.id WHERE e.id = $1 GROUP BY e.id`,
        [executionId],
      );
      expect(row).toEqual({
        formations: row?.['formations'],
        rows: row?.['formations'],
        orphans: 0,
        small: 0,
      });
    }
  });

  it('a second computation rewrites nothing', async () => {
    const asked = await installation.app
      .get(DemanderChiffresUseCase)
      .pourCampagne(campagnes.get('parcoursup') ?? '', AUTEUR);
    const done = await waitForFigures(asked.executionId);
    expect(done).toMatchObject({ id: asked.id, statut: 'terminee', nbRecalculees: 0 });
    expect(done.nbTraitees).toBe(done.nbFormations);
  });

  it('a decision gives the figures of what was decided, for its formations alone', async () => {
    const executionId = executions.get('parcoursup') ?? '';
    // Two BTS named by the codes of the row: a person chooses the one that has figures here.
    const [revue] = await installation.query<{
      revueId: string;
      signatureId: string;
      modele: string;
      formations: number;
    }>(
      `SELECT r.id AS "revueId", r.signature_id::text AS "signatureId", e.modele, r.nb_formations AS formations
       FROM revue r JOIN execution e ON e.id = r.execution_id
       JOIN formation f ON f.signature_id = r.signature_id AND f.campagne_id = r.campagne_id
       WHERE f.identifiant = '45534' AND e.id = $1`,
      [executionId],
    );
    await installation.query(
      `INSERT INTO jugement (id, commande_id, signature_id, version, verdict, code_certification, certification,
         auteur_id, auteur_nom, revue_id, execution_id, modele)
       VALUES (gen_random_uuid(), gen_random_uuid(), $1, 1, 'autre', 'CFD:32031212', '{}', gen_random_uuid(), 'essai',
         $2, $3, $4)`,
      [revue?.signatureId, revue?.revueId, executionId, revue?.modele],
    );
    await installation.app.get(DemanderChiffresUseCase).reprendre();
    const calcul = await waitForFigures(executionId);
    expect(calcul).toMatchObject({ motif: 'jugement', nbFormations: revue?.formations, statut: 'terminee' });
    const [row] = await installation.query(
      `SELECT couverture, chemin, taux_en_emploi_6_mois AS emploi FROM chiffres_formation k
       JOIN formation f ON f.id = k.formation_id WHERE k.execution_id = $1 AND f.identifiant = '45534'`,
      [executionId],
    );
    expect(row).toEqual({ couverture: 'Couvert', chemin: 'normal', emploi: 50 });
  });

  it('a cancelled computation writes nothing more', async () => {
    const demander = installation.app.get(DemanderChiffresUseCase);
    const calculs = installation.app.get(CalculChiffresRepository);
    const { id } = await demander.pourCampagne(campagnes.get('affelnet') ?? '', AUTEUR);
    await demander.annuler(id, AUTEUR);
    const ended = await calculs.findById(id);
    expect(['annulee', 'terminee']).toContain(ended?.statut);
    expect(await calculs.take(id)).toBeNull();
  });

  it('the database refuses a figure without provenance and a state out of the list', async () => {
    const insert = (couverture: string, nb: number | null): Promise<unknown> =>
      installation.query(
        `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
           couverture_codes, nb_annee_term, empreinte)
         SELECT $1, id, $2, $2, $2, $3, repeat('0', 64) FROM formation LIMIT 1`,
        [executions.get('parcoursup'), couverture, nb],
      );
    await expect(insert('Non couvert - Autre', null)).rejects.toThrow(/etat_couverture/);
    await expect(insert('Non couvert - Sans raison évidente', 30)).rejects.toThrow(/provenance_check/);
    await expect(insert('Couvert', null)).rejects.toThrow(/couvert_check/);
  });

  it('the database refuses the figures of a formation that is not of the run, and keeps those that have some', async () => {
    const executionId = executions.get('parcoursup') ?? '';
    const insert = (formation: string): Promise<unknown> =>
      installation.query(
        `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
           couverture_codes, empreinte)
         SELECT $1, ${formation}, etat, etat, etat, repeat('0', 64)
         FROM (VALUES ('Non couvert - Nouvelle formation')) AS v (etat)`,
        [executionId],
      );
    await expect(insert('-1')).rejects.toThrow(/n'est pas de l'exécution/);
    const other = `(SELECT f.id FROM formation f JOIN execution e USING (campagne_id)
      WHERE e.id = '${executions.get('affelnet') ?? ''}' LIMIT 1)`;
    await expect(insert(other)).rejects.toThrow(/n'est pas de l'exécution/);
    const move = `UPDATE chiffres_formation SET formation_id = ${other} WHERE execution_id = $1
      AND formation_id = (SELECT min(formation_id) FROM chiffres_formation WHERE execution_id = $1)`;
    await expect(installation.query(move, [executionId])).rejects.toThrow(/n'est pas de l'exécution/);
    const runner = installation.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const [copy] = (await runner.query(
        `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, recherche, contenu)
         SELECT campagne_id, 999999, 'copie', signature_id, libelle, recherche, contenu FROM formation
         WHERE id = (SELECT max(formation_id) FROM chiffres_formation WHERE execution_id = $1) RETURNING id`,
        [executionId],
      )) as { id: string }[];
      await runner.query(
        `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
           couverture_codes, empreinte)
         SELECT execution_id, $2, couverture_codes, couverture_codes, couverture_codes, empreinte
         FROM chiffres_formation WHERE execution_id = $1 AND couverture_codes <> 'Couvert' LIMIT 1`,
        [executionId, copy?.id],
      );
      await expect(runner.query(`DELETE FROM formation WHERE id = $1`, [copy?.id])).rejects.toThrow(
        /des chiffres sont rattachés/,
      );
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('figures written before their provenance had columns say the same', async () => {
    const all = (): Promise<{ detail: unknown }[]> =>
      installation.query(
        `SELECT chiffres_detail(k) AS detail FROM chiffres_formation k ORDER BY execution_id, formation_id`,
      );
    const before = await all();
    const runner = installation.dataSource.createQueryRunner();
    const migration = new CoutDesChiffres1763727000000();
    try {
      await runner.startTransaction();
      await migration.down(runner);
      const [row] = (await runner.query(
        `SELECT count(*)::int AS n FROM chiffres_formation WHERE detail->'provenance'->>'instantane' IS NOT NULL`,
      )) as { n: number }[];
      expect(row?.n).toBeGreaterThan(20);
      await migration.up(runner);
      await runner.commitTransaction();
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await all()).toEqual(before);
    // The packets went with it: they are made again from the lines.
    const asked = await installation.app
      .get(DemanderChiffresUseCase)
      .pourCampagne(campagnes.get('parcoursup') ?? '', AUTEUR);
    expect(await waitForFigures(asked.executionId)).toMatchObject({ statut: 'terminee', nbRecalculees: 0 });
    const [packed] = await installation.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM indicateur_paquet`,
    );
    expect(packed?.n).toBeGreaterThan(0);
  });
});
