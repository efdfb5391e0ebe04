import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GenreEcart } from '../../apps/api/src/appariements/comparaison-executions.query.ts';
import { CompareExecutionsUseCase } from '../../apps/api/src/appariements/compare-executions.use-case.ts';
import { ExecutionQuery } from '../../apps/api/src/appariements/execution.query.ts';
import { FormationQuery } from '../../apps/api/src/appariements/formation.query.ts';
import { formationsCsv } from '../../apps/api/src/appariements/formations-csv.ts';
import { LaunchExecutionUseCase } from '../../apps/api/src/appariements/launch-execution.use-case.ts';
import { CampagneQuery } from '../../apps/api/src/campagnes/campagne.query.ts';
import { InstantaneQuery } from '../../apps/api/src/imports/instantane.query.ts';
import { TableauDeBordQuery } from '../../apps/api/src/tableau-de-bord/tableau-de-bord.query.ts';
import { launch, setUpSample, startInstallation, waitForEnd, type Installation } from './installation.ts';

describe('two runs of a campaign, side by side', () => {
  let installation: Installation;
  let campagneId: string;
  let avant: string;
  let apres: string;
  let compare: CompareExecutionsUseCase;

  beforeAll(async () => {
    installation = await startInstallation();
    compare = installation.app.get(CompareExecutionsUseCase);
    await installation.startWorker();
    campagneId = await setUpSample(installation, 'parcoursup');
    avant = await launch(installation, campagneId);
    await waitForEnd(installation, avant);
    // A bolder risk accepts more.
    apres = await installation.app
      .get(LaunchExecutionUseCase)
      .execute({ campagneId, risque: 0.2, auteur: { compteId: null, nom: 'essai' } });
    await waitForEnd(installation, apres);
  });

  afterAll(async () => {
    await installation.close();
  });

  const rows = (genre?: Exclude<GenreEcart, 'identique'>) =>
    compare.ecarts(avant, apres, { perPage: 1_000, offset: 0, genre });

  it('counts every formation once, by what became of it', async () => {
    const { compteurs, transitions, ...runs } = await compare.summary(avant, apres);
    expect([runs.avant.id, runs.apres.id]).toEqual([avant, apres]);
    const total = Object.values(compteurs).reduce((sum, n) => sum + n, 0);
    expect(total).toBe(runs.apres.nbFormations);
    expect(transitions.reduce((sum, { n }) => sum + n, 0)).toBe(total);
    expect(compteurs.gagnee).toBeGreaterThan(0);
    expect(compteurs.perdue).toBe(0);
    const matched = (run: 'avant' | 'apres') => runs[run].compteurs?.apparie ?? Number.NaN;
    expect(matched('apres') - matched('avant')).toBe(compteurs.gagnee - compteurs.perdue);
  });

  it('lists those that differ, with both answers, a page at a time', async () => {
    const { compteurs } = await compare.summary(avant, apres);
    const all = await rows();
    expect(all.total).toBe(compteurs.gagnee + compteurs.perdue + compteurs.changee + compteurs.deplacee);
    expect(all.data).toHaveLength(all.total);
    const gained = await rows('gagnee');
    expect(gained.total).toBe(compteurs.gagnee);
    for (const { avant: before, apres: after } of gained.data) {
      expect(before.statut).not.toBe('apparie');
      expect(after).toMatchObject({ statut: 'apparie', codeCertification: expect.stringContaining(':') });
    }
    const second = await compare.ecarts(avant, apres, { perPage: 1, offset: 1 });
    expect(second.data[0]).toEqual(all.data[1]);
  });

  it('finds nothing between a run and itself', async () => {
    expect((await compare.ecarts(avant, avant, { perPage: 10, offset: 0 })).total).toBe(0);
  });

  it('refuses an unknown run and runs of two campaigns', async () => {
    await expect(compare.summary(randomUUID(), apres)).rejects.toMatchObject({ code: 'EXECUTION_INCONNUE' });
    const other = await setUpSample(installation, 'affelnet');
    const foreign = await launch(installation, other);
    await waitForEnd(installation, foreign);
    await expect(compare.summary(foreign, apres)).rejects.toMatchObject({ code: 'CAMPAGNES_DIFFERENTES' });
  });

  it('gives every filtered formation as a spreadsheet reads it, header once', async () => {
    const { app } = installation;
    const formations = app.get(FormationQuery);
    const filter = { campagneId, statut: 'apparie' };
    const chunks: string[] = [];
    for await (const chunk of formationsCsv(formations, filter)) chunks.push(String(chunk));
    const lines = chunks.join('').split('\r\n').filter(Boolean);
    const { total } = await formations.list({ perPage: 1, offset: 0, sort: 'rang', order: 'ASC' }, filter);
    expect(lines).toHaveLength(total + 1);
    expect(lines.filter((line) => line.includes('Identifiant;Libellé'))).toHaveLength(1);
    const { academies } = await formations.facettes(campagneId);
    const first = academies[0];
    const of = await formations.list(
      { perPage: 1, offset: 0, sort: 'rang', order: 'ASC' },
      { campagneId, academie: first?.valeur },
    );
    expect(of.total).toBe(first?.nombre);
  });

  it('draws the queue down day by day', async () => {
    const { app, dataSource } = installation;
    const tableau = await new TableauDeBordQuery(
      dataSource,
      app.get(CampagneQuery),
      app.get(ExecutionQuery),
      app.get(InstantaneQuery),
    ).read(campagneId);
    expect(tableau.avancement.at(-1)).toMatchObject({ aTraiter: tableau.aRevoir, decidees: 0 });
  });
});
