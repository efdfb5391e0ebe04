import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import {
  CalculChiffresRepository,
  type CalculView,
} from '../../apps/api/src/indicateurs/calcul-chiffres.repository.ts';
import { DemanderChiffresUseCase } from '../../apps/api/src/indicateurs/demander-chiffres.use-case.ts';
import {
  launch,
  ROOT,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from './installation.ts';

const AUTEUR = { compteId: null, nom: 'essai' };
/** More than a slice of 20,000, so that one is written and another is under way. */
const FORMATIONS = 24_000;
const TRANCHE = 20_000;
/** Held by the test while the worker is to wait in the middle of its second slice. */
const VERROU = 4_242;

describe('a computation of figures whose worker is killed', () => {
  let installation: Installation;
  let campagneId: string;
  let executionId: string;
  let child: ChildProcess | null = null;
  let holder: QueryRunner;

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    installation.dataSource.query(sql, parameters);

  beforeAll(async () => {
    installation = await startInstallation();
    holder = installation.dataSource.createQueryRunner();
    const worker = await installation.startWorker();
    campagneId = await setUpSample(installation, 'parcoursup');
    executionId = await launch(installation, campagneId);
    await waitForEnd(installation, executionId);
    await figures(({ statut }) => statut === 'terminee');
    // The sample campaign over and over: the same signatures, so that the run answers for the copies too.
    await query(
      `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, specialite, type_diplome, voie,
         uai, academie, capacite, voeux, recherche, contenu, refus)
       SELECT campagne_id, rang + 1000 * n, identifiant || '-' || n, signature_id, libelle, specialite, type_diplome,
         voie, uai, academie, capacite, voeux, recherche, contenu, refus
       FROM formation CROSS JOIN generate_series(1, 100) AS n WHERE campagne_id = $1
       ORDER BY n, rang LIMIT $2 - (SELECT count(*) FROM formation WHERE campagne_id = $1)`,
      [campagneId, FORMATIONS],
    );
    const { id } = await installation.app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
    await figures((calcul) => calcul.id === id && calcul.statut === 'terminee');
    await worker.close();
  }, 120_000);

  afterAll(async () => {
    child?.kill('SIGKILL');
    await holder.release();
    await installation.close();
  });

  /** Waits for the last computation of the run to be as wanted. */
  async function figures(wanted: (calcul: CalculView) => boolean): Promise<CalculView> {
    const calculs = installation.app.get(CalculChiffresRepository);
    for (const deadline = Date.now() + 60_000; ;) {
      const last = await calculs.lastOf(executionId);
      if (last !== null && wanted(last)) return last;
      if (Date.now() > deadline) throw new Error(`figures are not as wanted: ${JSON.stringify(last)}`);
      await sleep(50);
    }
  }

  /** All that the run is given, to the byte; when it was written apart. */
  async function given(): Promise<string[]> {
    const rows = await query<{ ligne: string }>(
      `SELECT (to_jsonb(k) - 'calcule_at')::text AS ligne FROM chiffres_formation k
       WHERE execution_id = $1 ORDER BY formation_id`,
      [executionId],
    );
    return rows.map(({ ligne }) => ligne);
  }

  /** Every row but the first so many waits for the test: the worker stops in the middle of a slice. */
  async function waitAfter(written: number): Promise<void> {
    await query(
      `CREATE FUNCTION attendre_essai() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF (SELECT count(*) FROM chiffres_formation) > ${written} THEN
           PERFORM pg_advisory_xact_lock_shared(${VERROU});
         END IF;
         RETURN NULL;
       END $$`,
    );
    await query(
      `CREATE TRIGGER attendre_essai AFTER INSERT ON chiffres_formation
       FOR EACH STATEMENT EXECUTE FUNCTION attendre_essai()`,
    );
  }

  const waiting = async (): Promise<boolean> =>
    (
      await query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${VERROU} AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
    ).length > 0;

  it('leaves whole slices only, is taken up where it was, and gives the same to the byte', async () => {
    const expected = await given();
    expect(expected).toHaveLength(FORMATIONS);
    await query(`DELETE FROM chiffres_formation WHERE execution_id = $1`, [executionId]);
    await waitAfter(TRANCHE + 1);
    await holder.query(`SELECT pg_advisory_lock(${VERROU})`);
    child = fork(join(ROOT, 'dist', 'apps', 'api', 'src', 'main.worker.js'), {
      env: {
        ...process.env,
        DATABASE_URL: installation.config.databaseUrl.reveal(),
        CONCORDANCE_DATA_DIR: installation.folder,
        LOG_LEVEL: 'error',
      },
    });
    const { id } = await installation.app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
    for (const deadline = Date.now() + 45_000; !(await waiting());) {
      if (Date.now() > deadline) throw new Error('the worker never came to its second slice');
      await sleep(20);
    }
    child.kill('SIGKILL');
    await holder.query(`SELECT pg_advisory_unlock(${VERROU})`);
    await query(`DROP TRIGGER attendre_essai ON chiffres_formation`);

    const killed = await figures((calcul) => calcul.id === id);
    expect(killed).toMatchObject({ statut: 'en_cours', nbTraitees: TRANCHE, nbRecalculees: TRANCHE });
    expect(await given()).toEqual(expected.slice(0, TRANCHE));

    // Time passes: the lease of the dead worker is over, and its job has not been heard of.
    await query(
      `UPDATE calcul_chiffres SET bail_jusqu_a = now() - interval '1 second',
         envoye_at = now() - interval '2 minutes' WHERE id = $1`,
      [id],
    );
    const survivor = await installation.startWorker();
    await survivor.get(DemanderChiffresUseCase).reprendre();
    const ended = await figures((calcul) => calcul.id === id && calcul.statut === 'terminee');
    expect(ended).toMatchObject({ nbTraitees: FORMATIONS, nbRecalculees: FORMATIONS });
    expect(await given()).toEqual(expected);
  }, 120_000);
});
