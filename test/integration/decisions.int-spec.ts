import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CodeCertification } from '#matching';
import { FormationQuery } from '../../apps/api/src/appariements/formation.query.ts';
import {
  ConflictError,
  ForbiddenActionError,
  RuleViolationError,
} from '../../apps/api/src/common/domain-errors.ts';
import {
  RecordDecisionUseCase,
  type DecisionCommand,
} from '../../apps/api/src/review/record-decision.use-case.ts';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import { RevueQuery } from '../../apps/api/src/review/revue.query.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startSampleRun,
  waitForEnd,
  type Installation,
} from './installation.ts';

const ALICE = { compteId: randomUUID(), nom: 'Alice', role: 'instructeur', academies: null } as const;
const BRUNO = { compteId: randomUUID(), nom: 'Bruno', role: 'instructeur', academies: null } as const;
const QUEUE = { perPage: 100, offset: 0, sort: 'priorite', order: 'DESC' } as const;

describe('decisions of stewards', () => {
  let installation: Installation;
  let campagneId: string;

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
  });

  afterAll(async () => {
    await installation.close();
  });

  const decisions = (): RecordDecisionUseCase => installation.app.get(RecordDecisionUseCase);

  async function item(id: string): Promise<RevueDetail> {
    const found = await installation.app.get(RevueQuery).findById(id, ALICE);
    if (found === null) throw new Error(`no review item ${id}`);
    return found;
  }

  /** The first items to treat that have candidates. */
  async function waiting(n: number): Promise<RevueDetail[]> {
    const { data } = await installation.app
      .get(RevueQuery)
      .list(QUEUE, { campagneId, statut: 'a_traiter' }, ALICE);
    const items: RevueDetail[] = [];
    for (const { id } of data) {
      const revue = await item(id);
      if (revue.candidats.length > 1) items.push(revue);
      if (items.length === n) return items;
    }
    throw new Error(`the sample leaves fewer than ${String(n)} items with candidates`);
  }

  async function firstWaiting(): Promise<RevueDetail> {
    const [first] = await waiting(1);
    if (first === undefined) throw new Error('nothing to review');
    return first;
  }

  const command = (revue: RevueDetail, said: Partial<DecisionCommand>): DecisionCommand => ({
    revueId: revue.id,
    commandeId: randomUUID(),
    version: revue.version,
    verdict: 'incertain',
    codeCertification: null,
    motif: null,
    acteur: null,
    commentaire: null,
    auteur: ALICE,
    ...said,
  });

  const accept = (revue: RevueDetail): Partial<DecisionCommand> => ({
    verdict: 'accepte',
    codeCertification: revue.candidats[0]?.codeCertification as CodeCertification,
  });

  it('rules over the machine, leaves the queue, and names its certification', async () => {
    const revue = await firstWaiting();
    await decisions().decide(command(revue, accept(revue)));
    const after = await item(revue.id);
    expect(after).toMatchObject({ statut: 'decide', version: 1 });
    expect(after.jugements).toMatchObject([
      { verdict: 'accepte', codeCertification: revue.candidats[0]?.codeCertification, auteur: 'Alice' },
    ]);
    const { data } = await installation.app
      .get(FormationQuery)
      .list(
        { perPage: 10, offset: 0, sort: 'rang', order: 'ASC' },
        { campagneId, signature: revue.signature },
      );
    expect(data.length).toBeGreaterThan(0);
    for (const formation of data) {
      expect(formation).toMatchObject({
        statut: 'apparie',
        decision: 'humaine',
        codeCertification: revue.candidats[0]?.codeCertification,
        libelleCertification: revue.candidats[0]?.libelle,
      });
    }
  });

  it('is one decision however often its command is sent', async () => {
    const revue = await firstWaiting();
    const once = command(revue, accept(revue));
    await Promise.all([decisions().decide(once), decisions().decide(once)]);
    await decisions().decide(once);
    expect((await item(revue.id)).jugements).toHaveLength(1);
  });

  it('refuses the second of two conflicting decisions and shows the first', async () => {
    const revue = await firstWaiting();
    await decisions().decide(command(revue, accept(revue)));
    const late = decisions().decide(
      command(revue, { verdict: 'aucune', motif: 'hors_nomenclature', auteur: BRUNO }),
    );
    await expect(late).rejects.toBeInstanceOf(ConflictError);
    await expect(late).rejects.toMatchObject({
      code: 'DECISION_CONCURRENTE',
      extensions: { jugement: { auteur: 'Alice', verdict: 'accepte' } },
    });
    expect((await item(revue.id)).jugements).toHaveLength(1);
  });

  it('takes back one’s own decision by adding to the history, and never another’s', async () => {
    const revue = await firstWaiting();
    await decisions().decide(command(revue, { verdict: 'aucune', motif: 'libelle_insuffisant' }));
    const undo = { revueId: revue.id, commandeId: randomUUID(), version: 1 };
    await expect(decisions().undo({ ...undo, auteur: BRUNO })).rejects.toBeInstanceOf(ForbiddenActionError);
    await decisions().undo({ ...undo, commandeId: randomUUID(), auteur: ALICE });
    const after = await item(revue.id);
    expect(after.statut).toBe('a_traiter');
    expect(after.jugements.map(({ verdict }) => verdict)).toEqual(['aucune', 'annule']);
  });

  it('asks why when no certification fits, and refuses a code that does not exist', async () => {
    const revue = await firstWaiting();
    await expect(decisions().decide(command(revue, { verdict: 'aucune' }))).rejects.toMatchObject({
      code: 'MOTIF_ABSENT',
    });
    await expect(
      decisions().decide(command(revue, { verdict: 'autre', codeCertification: 'CFD:99999999' })),
    ).rejects.toBeInstanceOf(RuleViolationError);
    await expect(
      decisions().decide(command(revue, { verdict: 'accepte', codeCertification: 'CFD:99999999' })),
    ).rejects.toMatchObject({ code: 'CANDIDAT_INCONNU' });
  });

  it('survives a rerun, and is known to the next campaign without being asked again', async () => {
    const revue = await firstWaiting();
    await decisions().decide(command(revue, accept(revue)));
    await waitForEnd(installation, await launch(installation, campagneId));
    expect(await item(revue.id)).toMatchObject({ statut: 'decide', version: revue.version + 1 });

    const next = await setUpSample(
      installation,
      'parcoursup',
      `${SAMPLES}/catalogues/parcoursup.csv`,
      'Campagne suivante',
    );
    await waitForEnd(installation, await launch(installation, next));
    const { data } = await installation.app
      .get(RevueQuery)
      .list({ ...QUEUE, perPage: 1_000 }, { campagneId: next }, ALICE);
    expect(data.find(({ signature }) => signature === revue.signature)).toMatchObject({ statut: 'decide' });
  });

  it('can be neither changed nor removed, even by SQL', async () => {
    const revue = await firstWaiting();
    await decisions().decide(command(revue, accept(revue)));
    for (const sql of [
      `UPDATE jugement SET verdict = 'aucune', motif = 'autre', code_certification = NULL, certification = NULL`,
      `DELETE FROM jugement`,
      `TRUNCATE jugement`,
    ]) {
      await expect(installation.dataSource.query(sql)).rejects.toThrow('ne se modifie pas');
    }
  });

  it('leaves an uncertain item in the queue, behind the others', async () => {
    const [first, second] = await waiting(2);
    if (first === undefined || second === undefined) throw new Error('two items are needed');
    await decisions().decide(
      command(first, { verdict: 'incertain', commentaire: 'à voir avec le rectorat' }),
    );
    const after = await item(first.id);
    expect(after).toMatchObject({ statut: 'a_traiter', version: 1 });
    expect(after.priorite).toBeLessThan(first.priorite);
  });
});
