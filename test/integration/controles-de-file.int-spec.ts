import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ControleDeFileRepository } from '../../apps/api/src/audit/controle-de-file.repository.ts';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import type { ApiClient } from './api-client.ts';
import { decide, startReviewApp, take, type ReviewApp } from './review-app.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

describe('control items in the queue', () => {
  let app: ReviewApp;
  let alice: ApiClient;
  let bruno: ApiClient;
  let chief: ApiClient;
  let filtre: { campagneId: string };

  beforeAll(async () => {
    app = await startReviewApp();
    filtre = { campagneId: app.campagneId };
    alice = await app.steward('alice');
    bruno = await app.steward('bruno');
    chief = await app.steward('dominique', 'administrateur');
  });

  afterAll(() => app.close());

  const count = async (table: 'jugement' | 'lecture'): Promise<number> => {
    const rows = await app.installation.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    return rows[0]?.n ?? 0;
  };

  /** Gives the client a control, as a draw does. */
  const give = async (client: ApiClient, pivot = FIRST): Promise<void> => {
    const { compteId } = (await client.get('/api/session')).body as { compteId: string };
    await app.installation.app
      .get(ControleDeFileRepository)
      .donner(app.installation.dataSource.manager, app.campagneId, compteId, pivot);
  };

  const measured = async () =>
    (await chief.get(`/api/confiance?campagneId=${app.campagneId}`)).body.controlesFile;

  it('are served at the rate an administrator sets, none at first', async () => {
    const route = `/api/campagnes/${app.campagneId}/controles`;
    expect(await measured()).toEqual({ taux: 0, lus: 0, incertains: 0, accord: null });
    expect((await alice.put(route, { taux: 0.05 })).status).toBe(403);
    expect((await chief.put(route, { taux: 0.5 })).status).toBe(400);
    expect((await chief.put(`/api/campagnes/${randomUUID()}/controles`, { taux: 0.05 })).status).toBe(404);
    expect((await chief.put(route, { taux: 0.05 })).body).toMatchObject({ taux: 0.05 });
    expect((await chief.put(route, { taux: 0 })).body).toMatchObject({ taux: 0 });
  });

  it('never come back to who decided them', async () => {
    for (const revue of await take(alice, filtre, { nombre: 3 })) {
      expect((await decide(alice, revue)).status).toBe(201);
    }
    await give(alice);
    const served = await take(alice, filtre, { nombre: 3 });
    expect(served.filter(({ jugements, statut }) => statut !== 'a_traiter' || jugements.length > 0)).toEqual(
      [],
    );
    expect(await app.installation.dataSource.query('SELECT 1 FROM element_lecture')).toEqual([]);
    await alice.post('/api/revues/baux/liberation');
  });

  it('look like any other item to who must judge them again, and to nobody else', async () => {
    await give(bruno, LAST);
    await give(bruno);
    const [ordinary, control, ...others] = await take(bruno, filtre, { nombre: 3 });
    if (ordinary === undefined || control === undefined) throw new Error('the queue is empty');
    expect(others).toHaveLength(2);
    expect(Object.keys(control).sort()).toEqual(Object.keys(ordinary).sort());
    expect(control).toMatchObject({ statut: 'a_traiter', version: 0, jugements: [], verdict: null });
    expect(JSON.stringify(control)).not.toContain('alice');
    const seen = async (client: ApiClient): Promise<RevueDetail> =>
      (await client.get(`/api/revues/${control.id}`)).body;
    expect(await seen(bruno)).toMatchObject({ statut: 'a_traiter', jugements: [] });
    expect(await seen(alice)).toMatchObject({ statut: 'decide', version: 1 });
    expect((await bruno.post('/api/lectures/prochaine', { genre: 'audit' })).body.element).toBeNull();
    // Who says that they hold it is given others.
    const more = await take(bruno, filtre, { nombre: 2, sauf: [ordinary.id, control.id] });
    expect(more.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    // Another filter that leaves it out does not show it.
    const elsewhere = await take(bruno, { ...filtre, q: 'aucune fiche ne dit cela' });
    expect(elsewhere).toEqual([]);
  });

  it('are answered like the others: the answer measures, and decides nothing', async () => {
    const [, control] = await take(bruno, filtre, { nombre: 3 });
    if (control === undefined) throw new Error('no control');
    const decided = await count('jugement');
    const commandeId = randomUUID();
    const said = {
      commandeId,
      verdict: 'accepte',
      codeCertification: control.candidats[0]?.codeCertification,
      motif: undefined,
    };
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await decide(bruno, control, said)).status).toBe(201);
    }
    expect(await count('jugement')).toBe(decided);
    expect(await count('lecture')).toBe(1);
    expect((await alice.get(`/api/revues/${control.id}`)).body).toMatchObject({
      statut: 'decide',
      version: 1,
      verdict: 'aucune',
    });
    expect(await measured()).toMatchObject({
      lus: 1,
      incertains: 0,
      accord: { valeur: 0, basse: 0, haute: expect.any(Number) },
    });
    expect((await bruno.get(`/api/revues/${control.id}/annulation`)).body).toMatchObject({
      possible: false,
      raison: expect.stringContaining('fiche de contrôle'),
    });
    const after = await take(bruno, filtre, { nombre: 3 });
    expect(after.map(({ id }) => id)).not.toContain(control.id);
  });

  it('agree with the reference when the answer is the same', async () => {
    await give(bruno);
    const [, control] = await take(bruno, filtre, { nombre: 3 });
    if (control === undefined) throw new Error('no control');
    expect((await decide(bruno, control)).status).toBe(201);
    expect(await measured()).toMatchObject({ lus: 2, accord: { valeur: 0.5 } });
  });

  it('are forgotten when passed over, and when their decision is taken back', async () => {
    await give(bruno);
    const [, control] = await take(bruno, filtre, { nombre: 3 });
    if (control === undefined) throw new Error('no control');
    expect((await bruno.post(`/api/revues/${control.id}/passer`)).status).toBe(204);
    expect((await take(bruno, filtre, { nombre: 3 })).map(({ id }) => id)).not.toContain(control.id);

    await give(bruno);
    const undone = await alice.post(`/api/revues/${control.id}/annulation`, {
      commandeId: randomUUID(),
      version: 1,
    });
    expect(undone.status).toBe(201);
    const decided = await count('jugement');
    const again = (await bruno.get(`/api/revues/${control.id}`)).body as RevueDetail;
    expect(again).toMatchObject({ statut: 'a_traiter', version: 2 });
    expect((await decide(bruno, again)).status).toBe(201);
    expect(await count('jugement')).toBe(decided + 1);
  });
});
