import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plateforme } from '#matching';
import {
  CalculChiffresRepository,
  type CalculView,
} from '../../apps/api/src/indicateurs/calcul-chiffres.repository.ts';
import { DemanderChiffresUseCase } from '../../apps/api/src/indicateurs/demander-chiffres.use-case.ts';
import { casCouverture, casObtenu, type CasCouverture } from './chiffres-attendus.ts';
import { launch, setUpSample, startInstallation, waitForEnd, type Installation } from './installation.ts';

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

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    installation.dataSource.query(sql, parameters);

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
    const rows = await query<Parameters<typeof casObtenu>[1]>(
      `SELECT k.* FROM chiffres_formation k JOIN formation f ON f.id = k.formation_id
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
  });

  it.each(casCouverture().map((cas) => [`${cas.regle} (${cas.catalogue} ${cas.identifiant})`, cas] as const))(
    'gives what is expected: %s',
    async (_, cas) => {
      expect(await obtained(cas)).toEqual(cas);
    },
  );

  it('counts conserve: every formation of the run has one state a moment, and a figure only with its provenance', async () => {
    for (const executionId of executions.values()) {
      const [row] = await query<Record<string, number>>(
        `SELECT e.nb_formations AS formations, count(k.formation_id)::int AS rows,
           count(*) FILTER (WHERE k.nb_annee_term IS NOT NULL AND k.detail->'provenance'->>'instantane' IS NULL)::int
             AS orphans,
           count(*) FILTER (WHERE k.couverture = 'Couvert' AND jsonb_array_length(k.detail->'terminales') = 0
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
    const [revue] = await query<{ revueId: string; signatureId: string; modele: string; formations: number }>(
      `SELECT r.id AS "revueId", r.signature_id::text AS "signatureId", e.modele, r.nb_formations AS formations
       FROM revue r JOIN execution e ON e.id = r.execution_id
       JOIN formation f ON f.signature_id = r.signature_id AND f.campagne_id = r.campagne_id
       WHERE f.identifiant = '45534' AND e.id = $1`,
      [executionId],
    );
    await query(
      `INSERT INTO jugement (id, commande_id, signature_id, version, verdict, code_certification, certification,
         auteur_id, auteur_nom, revue_id, execution_id, modele)
       VALUES (gen_random_uuid(), gen_random_uuid(), $1, 1, 'autre', 'CFD:32031212', '{}', gen_random_uuid(), 'essai',
         $2, $3, $4)`,
      [revue?.signatureId, revue?.revueId, executionId, revue?.modele],
    );
    await installation.app.get(DemanderChiffresUseCase).reprendre();
    const calcul = await waitForFigures(executionId);
    expect(calcul).toMatchObject({ motif: 'jugement', nbFormations: revue?.formations, statut: 'terminee' });
    const [row] = await query(
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
      query(
        `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance,
           couverture_codes, nb_annee_term, detail, empreinte)
         SELECT $1, id, $2, $2, $2, $3, '{"terminales": []}', repeat('0', 64) FROM formation LIMIT 1`,
        [executions.get('parcoursup'), couverture, nb],
      );
    await expect(insert('Non couvert - Autre', null)).rejects.toThrow(/etat_couverture/);
    await expect(insert('Non couvert - Sans raison évidente', 30)).rejects.toThrow(/check/);
  });
});
