import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CalculChiffresRepository,
  type CalculView,
} from '../../apps/api/src/indicateurs/calcul-chiffres.repository.ts';
import { DemanderChiffresUseCase } from '../../apps/api/src/indicateurs/demander-chiffres.use-case.ts';
import { startSampleRun, type Installation } from './installation.ts';
import { travailleurRetenu, type TravailleurRetenu } from './travailleur-tue.ts';

const AUTEUR = { compteId: null, nom: 'essai' };
/** More than a slice of 20,000, so that one is written and another is under way. */
const FORMATIONS = 24_000;
const TRANCHE = 20_000;

describe('a computation of figures whose worker is killed', () => {
  let installation: Installation;
  let campagneId: string;
  let executionId: string;
  let worker: TravailleurRetenu | null = null;

  beforeAll(async () => {
    const run = await startSampleRun();
    ({ installation, campagneId, executionId } = run);
    await figures(({ statut }) => statut === 'terminee');
    // The sample campaign over and over: the same signatures, so that the run answers for the copies too.
    await installation.query(
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
    await run.worker.close();
  }, 120_000);

  afterAll(async () => {
    await worker?.close();
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
    const rows = await installation.query<{ ligne: string }>(
      `SELECT (to_jsonb(k) - 'calcule_at')::text AS ligne FROM chiffres_formation k
       WHERE execution_id = $1 ORDER BY formation_id`,
      [executionId],
    );
    return rows.map(({ ligne }) => ligne);
  }

  it('leaves whole slices only, is taken up where it was, and gives the same to the byte', async () => {
    const expected = await given();
    expect(expected).toHaveLength(FORMATIONS);
    await installation.query(`DELETE FROM chiffres_formation WHERE execution_id = $1`, [executionId]);
    worker = await travailleurRetenu(installation, { table: 'chiffres_formation', lignes: TRANCHE + 1 });
    worker.start();
    const { id } = await installation.app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
    await worker.kill();

    const killed = await figures((calcul) => calcul.id === id);
    expect(killed).toMatchObject({ statut: 'en_cours', nbTraitees: TRANCHE, nbRecalculees: TRANCHE });
    expect(await given()).toEqual(expected.slice(0, TRANCHE));

    // Time passes: the lease of the dead worker is over, and its job has not been heard of.
    await installation.query(
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
