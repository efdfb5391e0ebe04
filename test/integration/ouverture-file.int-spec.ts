import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExecutionQuery, type OuvertureFile } from '../../apps/api/src/appariements/execution.query.ts';
import { JobDispatcher } from '../../apps/api/src/queues/job-dispatcher.ts';
import { Reaper } from '../../apps/api/src/reprise/reaper.ts';
import { OuvertureFileRepository } from '../../apps/api/src/review/ouverture-file.repository.ts';
import { OuvrirFileUseCase } from '../../apps/api/src/review/ouvrir-file.use-case.ts';
import { launch, startSampleRun, waitForEnd, type Installation } from './installation.ts';
import { travailleurRetenu, type TravailleurRetenu } from './travailleur-tue.ts';

/** Three slices of 2,000, and something of a fourth. */
const DOSSIERS = 6_500;
const TRANCHE = 2_000;

describe('the opening of the queue after a run', () => {
  let installation: Installation;
  let campagneId: string;
  let executionId: string;
  let worker: TravailleurRetenu | null = null;

  beforeAll(async () => {
    const run = await startSampleRun();
    ({ installation, campagneId, executionId } = run);
    await run.worker.close();
    // The doubtful answers of the sample over and over, under signatures of their own.
    await installation.query(
      `CREATE TABLE modele AS SELECT a.*, s.contenu,
         row_number() OVER (ORDER BY a.signature_id) - 1 AS n, count(*) OVER () AS nombre
       FROM appariement a JOIN signature s ON s.id = a.signature_id WHERE a.execution_id = $1 AND a.statut <> 'apparie'`,
      [executionId],
    );
    const copies = `generate_series(1, ${DOSSIERS} - (SELECT max(nombre) FROM modele)) i JOIN modele ON n = i % nombre`;
    await installation.query(
      `INSERT INTO signature (cle, contenu) SELECT 'copie-' || i, contenu FROM ${copies}`,
    );
    await installation.query(
      `INSERT INTO appariement (execution_id, signature_id, statut, code_certification, confiance, motifs, resultat)
       SELECT execution_id, s.id, statut, code_certification, confiance, motifs, resultat
       FROM ${copies} JOIN signature s ON s.cle = 'copie-' || i`,
    );
    await installation.query(
      `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, recherche, contenu)
       SELECT $1, 1000000 + i, 'C' || i, s.id, s.contenu->>'libelle', '', (SELECT contenu FROM formation WHERE campagne_id = $1 LIMIT 1)
       FROM ${copies} JOIN signature s ON s.cle = 'copie-' || i`,
      [campagneId],
    );
  }, 120_000);

  afterAll(async () => {
    await worker?.close();
    await installation.close();
  });

  /** Asks for an opening from the beginning, by a job that the queue has not seen. */
  const demander = (envoi: number): Promise<void> =>
    installation.app.get(JobDispatcher).run(async (manager, ask) => {
      await installation.app.get(OuvertureFileRepository).demander(manager, executionId);
      await ask('ouvrir-file', [{ executionId, envoi }]);
    });
  const state = async (): Promise<OuvertureFile | null> =>
    (await installation.app.get(ExecutionQuery).findById(executionId))?.file ?? null;
  /** Items whole, but for what is drawn or is the moment's. */
  const items = async (): Promise<string[]> => {
    const rows = await installation.query<{ item: string }>(
      `SELECT (to_jsonb(r) - 'id' - 'created_at' - 'updated_at' - 'ouvert_le')::text AS item FROM revue r
       ORDER BY signature_id`,
    );
    return rows.map(({ item }) => item);
  };

  it('is whole, and changes nothing when it is done again', async () => {
    const { app } = installation;
    await installation.dataSource.transaction((manager) =>
      app.get(OuvertureFileRepository).demander(manager, executionId),
    );
    expect(await state()).toEqual({ total: DOSSIERS, ouverts: 0, terminee: false, erreur: null });
    expect(await app.get(OuvrirFileUseCase).execute(executionId)).toBe(true);
    expect(await state()).toEqual({ total: DOSSIERS, ouverts: DOSSIERS, terminee: true, erreur: null });
    const opened = await items();
    expect(opened).toHaveLength(DOSSIERS);
    expect(await app.get(OuvrirFileUseCase).execute(executionId)).toBe(true);
    await demander(1);
    // Two at once: neither doubles what the other does.
    await Promise.all([1, 2].map(() => app.get(OuvrirFileUseCase).execute(executionId)));
    expect(await state()).toMatchObject({ ouverts: DOSSIERS, terminee: true });
    expect(await items()).toEqual(opened);
  }, 60_000);

  it('is given back when the service stops, and says how far it is', async () => {
    const stopped = AbortSignal.abort();
    await demander(2);
    expect(await installation.app.get(OuvrirFileUseCase).execute(executionId, stopped)).toBe(false);
    expect(await state()).toMatchObject({ ouverts: 0, terminee: false });
    const [waiting] = await installation.dataSource.transaction((manager) =>
      installation.app.get(OuvertureFileRepository).reclaimSilent(manager),
    );
    expect(waiting?.executionId).toBe(executionId);
    await installation.app.get(OuvrirFileUseCase).execute(executionId);
  }, 60_000);

  it('whose worker is killed is taken up where it was: no item is lost or doubled', async () => {
    const expected = await items();
    await installation.query(`DELETE FROM revue`);
    worker = await travailleurRetenu(installation, { table: 'revue', lignes: 2 * TRANCHE });
    await demander(3);
    worker.start();
    await worker.kill();
    expect(await state()).toEqual({
      total: DOSSIERS,
      ouverts: 2 * TRANCHE,
      terminee: false,
      erreur: null,
    });
    expect(await items()).toEqual(expected.slice(0, 2 * TRANCHE));

    // Time passes: its job has not been heard of.
    await installation.query(`UPDATE ouverture_file SET envoyee_at = now() - interval '2 minutes'`);
    const survivor = await installation.startWorker();
    await survivor.get(Reaper).sweep();
    for (const deadline = Date.now() + 45_000; (await state())?.terminee !== true;) {
      if (Date.now() > deadline) throw new Error(`not open: ${JSON.stringify(await state())}`);
      await sleep(50);
    }
    expect(await state()).toMatchObject({ ouverts: DOSSIERS });
    expect(await items()).toEqual(expected);
  }, 120_000);

  it('leaves the queue to a later run that has ended', async () => {
    const later = await launch(installation, campagneId);
    await waitForEnd(installation, later);
    const opened = await items();
    await demander(4);
    await installation.app.get(OuvrirFileUseCase).execute(executionId);
    expect(await state()).toMatchObject({ ouverts: 0, terminee: true });
    expect(await items()).toEqual(opened);
  }, 60_000);
});
