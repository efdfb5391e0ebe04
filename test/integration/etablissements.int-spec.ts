import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CRITERES_CONTROLE, ouvertureUai, type Controle, type Plateforme } from '#matching';
import { FormationQuery } from '../../apps/api/src/appariements/formation.query.ts';
import { ControleQuery } from '../../apps/api/src/etablissements/controle.query.ts';
import { ControlerFormationsUseCase } from '../../apps/api/src/etablissements/controler-formations.use-case.ts';
import { EtablissementQuery } from '../../apps/api/src/etablissements/etablissement.query.ts';
import { EtablissementsRepository } from '../../apps/api/src/etablissements/etablissements.repository.ts';
import { controlesDates } from '../../apps/api/src/etablissements/fraicheur-quiforme.ts';
import { Reaper } from '../../apps/api/src/reprise/reaper.ts';
import { lireCas, titres } from './cas-attendus.ts';
import { launch, setUpSample, startInstallation, waitForEnd, type Installation } from './installation.ts';

const CAS = lireCas<'critere' | 'etat' | 'motif' | 'desaccord_avec'>('cas-etablissements');

describe('the checks of establishments', () => {
  let installation: Installation;
  const executions = new Map<Plateforme, { campagneId: string; executionId: string }>();

  beforeAll(async () => {
    installation = await startInstallation();
    const worker = await installation.startWorker();
    for (const plateforme of ['parcoursup', 'apprentissage', 'generique'] as const) {
      const campagneId = await setUpSample(installation, plateforme);
      const executionId = await launch(installation, campagneId);
      await waitForEnd(installation, executionId);
      executions.set(plateforme, { campagneId, executionId });
    }
    await worker.close();
    for (const { executionId } of executions.values()) await pass(executionId);
  });

  afterAll(async () => {
    await installation.close();
  });

  const pass = (executionId: string) => installation.app.get(ControlerFormationsUseCase).execute(executionId);

  const run = (plateforme: Plateforme) => {
    const found = executions.get(plateforme);
    if (found === undefined) throw new Error(`no run of ${plateforme}`);
    return found;
  };

  async function formation(plateforme: Plateforme, identifiant: string): Promise<string> {
    const rows: { id: string }[] = await installation.dataSource.query(
      `SELECT id::text AS id FROM formation WHERE campagne_id = $1 AND identifiant = $2`,
      [run(plateforme).campagneId, identifiant],
    );
    const [found] = rows;
    if (found === undefined) throw new Error(`no row ${identifiant} in ${plateforme}`);
    return found.id;
  }

  async function controles(plateforme: Plateforme, identifiant: string): Promise<readonly Controle[]> {
    const found = await installation.app
      .get(ControleQuery)
      .deFormation(await formation(plateforme, identifiant));
    return found?.controles ?? [];
  }

  it('has at least thirty expected answers, each told by its row', () => {
    expect(CAS.length).toBeGreaterThanOrEqual(30);
    expect(CAS.filter(({ pourquoi }) => pourquoi === '')).toEqual([]);
  });

  it.each(titres(CAS, ({ critere }) => critere))('%s', async (_, cas) => {
    const { catalogue, identifiant, critere, etat, motif, desaccord_avec } = cas;
    const found = (await controles(catalogue as Plateforme, identifiant)).find(
      (one) => one.critere === critere,
    );
    expect({ etat: found?.etat, motif: found?.motif }).toEqual({ etat, motif });
    expect(found?.desaccords.map(({ source }) => source).sort()).toEqual(
      desaccord_avec.split('|').filter(Boolean).sort(),
    );
  });

  it('gives every row every check, once, in order', async () => {
    for (const { executionId } of executions.values()) {
      const rows: { criteres: string[]; n: number }[] = await installation.dataSource.query(
        `SELECT ARRAY(SELECT x->>'critere' FROM jsonb_array_elements(c.controles) WITH ORDINALITY AS l (x, i)
           ORDER BY i) AS criteres, count(*)::int AS n
         FROM controle_formation c WHERE execution_id = $1 GROUP BY 1`,
        [executionId],
      );
      const { nbFormations } = await waitForEnd(installation, executionId);
      expect(rows).toEqual([{ criteres: [...CRITERES_CONTROLE], n: nbFormations }]);
    }
  });

  it('calls unknown the UAI that ACCE does not hold open, in the reasons of the formation', async () => {
    const query = installation.app.get(FormationQuery);
    const motifs = async (identifiant: string) =>
      (await query.findById(await formation('parcoursup', identifiant)))?.motifs;
    expect(await motifs('45202')).toContain('UAI_INCONNU');
    expect(await motifs('43962')).toContain('UAI_INCONNU');
    expect(await motifs('45169')).not.toContain('UAI_INCONNU');
  });

  it('goes out of date after 72 hours, and keeps what had been said', async () => {
    const found = await controles('apprentissage', 'L27');
    const nda = found.find(({ critere }) => critere === 'NDA_ACTIVE');
    const read = Date.parse(nda?.obtenuLe ?? '');
    const at = (hours: number) =>
      controlesDates(found, new Date(read + hours * 3_600_000)).find(
        ({ critere }) => critere === 'NDA_ACTIVE',
      );
    expect(at(71)).toEqual(nda);
    expect(at(72)).toMatchObject({ etat: 'perime', constat: 'conforme', motif: 'NDA_ACTIVE' });
  });

  it('looks again only at what changed: nothing, a decision, a snapshot', async () => {
    const { executionId, campagneId } = run('generique');
    expect(await pass(executionId)).toEqual({ statut: 'fait', examinees: 0, ecrites: 0 });

    const [row]: [{ signature: string }] = await installation.dataSource.query(
      `SELECT signature_id::text AS signature FROM formation WHERE campagne_id = $1 AND identifiant = 'G001'`,
      [campagneId],
    );
    const [{ n }]: [{ n: number }] = await installation.dataSource.query(
      `WITH item AS (
         INSERT INTO revue (id, campagne_id, signature_id, execution_id, statut, priorite, nb_formations, places, voeux)
         VALUES (gen_random_uuid(), $1, $2, $3, 'decide', 0, 1, 0, 0)
         ON CONFLICT (campagne_id, signature_id) DO UPDATE SET statut = 'decide' RETURNING id),
       decision AS (
         INSERT INTO jugement (id, commande_id, signature_id, version, verdict, motif, auteur_id, auteur_nom, revue_id,
           execution_id, modele)
         SELECT gen_random_uuid(), gen_random_uuid(), $2, 1, 'aucune', 'autre', gen_random_uuid(), 'essai', id, $3, 'm'
         FROM item RETURNING signature_id)
       SELECT count(*)::int AS n FROM formation WHERE campagne_id = $1 AND signature_id = $2`,
      [campagneId, row.signature, executionId],
    );
    expect(await pass(executionId)).toEqual({ statut: 'fait', examinees: n, ecrites: n });

    await installation.dataSource.query(
      `UPDATE instantane SET statut = 'retire' WHERE table_id = 'organisme_formation'`,
    );
    const total = (await waitForEnd(installation, executionId)).nbFormations;
    const bilan = await pass(executionId);
    expect(bilan).toMatchObject({ statut: 'fait', examinees: total });
    // Without the list every row loses that check, and nothing else.
    expect((await controles('generique', 'G001')).at(-1)).toMatchObject({
      etat: 'inconnu',
      motif: 'SOURCE_ABSENTE',
    });
    await installation.dataSource.query(
      `UPDATE instantane SET statut = 'utilisable' WHERE table_id = 'organisme_formation'`,
    );
    await pass(executionId);
  });

  it('is done by a worker when a run is behind, without being asked', async () => {
    const { executionId } = run('apprentissage');
    await installation.dataSource.query(`DELETE FROM controle_formation WHERE execution_id = $1`, [
      executionId,
    ]);
    await installation.dataSource.query(`DELETE FROM controle_execution WHERE execution_id = $1`, [
      executionId,
    ]);
    const worker = await installation.startWorker();
    await worker.get(Reaper).sweep();
    const { nbFormations } = await waitForEnd(installation, executionId);
    for (const deadline = Date.now() + 30_000; ;) {
      const [{ n }]: [{ n: number }] = await installation.dataSource.query(
        `SELECT count(*)::int AS n FROM controle_formation WHERE execution_id = $1`,
        [executionId],
      );
      if (n === nbFormations) break;
      if (Date.now() > deadline) throw new Error(`${String(n)} rows checked of ${String(nbFormations)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await worker.close();
  });

  it('lists establishments with the opening that the rule gives', async () => {
    const instantanes = await installation.app.get(EtablissementsRepository).aMontrer();
    const { data, total } = await installation.app
      .get(EtablissementQuery)
      .list({ perPage: 1_000, offset: 0, sort: 'nom', order: 'ASC' }, {}, instantanes);
    expect(total).toBe(data.length);
    expect(new Set(data.map(({ ouverture }) => ouverture))).toEqual(
      new Set(['ouverte', 'fermee', 'a_venir']),
    );
    for (const etablissement of data) {
      expect([etablissement.uai, etablissement.ouverture]).toEqual([
        etablissement.uai,
        ouvertureUai(etablissement, '2026-09-01'),
      ]);
    }
  });
});
