import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { decide, json, startReviewApp, take, type ReviewApp } from './review-app.ts';

interface Element {
  readonly id: string;
  readonly version: number;
}

describe('similar items decided together', () => {
  let app: ReviewApp;
  let alice: ApiClient;
  let bruno: ApiClient;

  beforeAll(async () => {
    app = await startReviewApp();
    alice = await app.steward('alice');
    bruno = await app.steward('bruno');
    const { dataSource } = app.installation;
    const unnamed = await dataSource.query(`SELECT id FROM revue WHERE patron NOT LIKE '% / % / %'`);
    expect(unnamed).toEqual([]);
    // Enough items alike, whatever the model of the day finds in the sample.
    await dataSource.query(
      `UPDATE revue SET patron = 'AMBIGU / +libellé,-dates / proche' WHERE id IN (
         SELECT id FROM revue WHERE statut = 'a_traiter' AND premier_candidat IS NOT NULL ORDER BY id LIMIT 8)`,
    );
  });

  afterAll(() => app.close());

  /** An item with at least `n` like it, itself included, and what is known of them. */
  async function group(
    n: number,
  ): Promise<{ revue: RevueDetail; elements: Element[]; body: ApiAnswer['body'] }> {
    const { body: list } = await alice.get(
      `/api/revues?perPage=1000&filter=${json({ campagneId: app.campagneId, statut: 'a_traiter' })}`,
    );
    for (const { id } of list.data) {
      const revue: RevueDetail = (await alice.get(`/api/revues/${id}`)).body;
      if (revue.nbSimilaires + 1 < n || revue.candidats.length === 0) continue;
      const { body } = await alice.get(`/api/revues/${id}/similaires`);
      return { revue, elements: body.elements, body };
    }
    throw new Error(`the sample has no ${String(n)} items of one pattern`);
  }

  const state = async (id: string): Promise<RevueDetail> => (await alice.get(`/api/revues/${id}`)).body;

  it('says what they have in common, how many they are, and shows ten at most', async () => {
    const { revue, elements, body } = await group(3);
    expect(body).toMatchObject({ patron: revue.patron, nombre: elements.length });
    expect(elements).toHaveLength(revue.nbSimilaires + 1);
    expect(body.description[0]).toMatch(/^Motifs : /);
    expect(body.exemples.length).toBe(Math.min(10, revue.nbSimilaires));
    for (const exemple of body.exemples) {
      expect(exemple).toMatchObject({
        patron: revue.patron,
        premierCandidat: { libelle: expect.any(String) },
      });
    }
  });

  it('decides them at once, each on its own first candidate, leaves out what changed, and undoes in one go', async () => {
    const { revue, elements } = await group(3);
    const [changed, ...others] = elements;
    if (changed === undefined) throw new Error('an item is needed');
    expect((await decide(bruno, await state(changed.id))).status).toBe(201);
    const body = { commandeId: randomUUID(), revueId: revue.id, verdict: 'accepte', elements };
    const [once, twice] = await Promise.all([
      alice.post('/api/revues/groupes', body),
      alice.post('/api/revues/groupes', body),
    ]);
    expect([once.status, twice.status]).toEqual([201, 201]);
    expect(twice.body).toEqual(once.body);
    expect(once.body).toMatchObject({
      decides: others.length,
      ecartes: [{ id: changed.id, raison: 'Nom bruno a décidé entre-temps' }],
    });
    for (const { id } of others) {
      const item = await state(id);
      expect(item.statut).toBe('decide');
      expect(item.jugements).toMatchObject([
        {
          verdict: 'accepte',
          origine: 'groupe',
          groupeId: once.body.groupeId,
          codeCertification: item.candidats[0]?.codeCertification,
        },
      ]);
    }
    // Someone corrects one of them: undoing the group must not undo that.
    const [corrected, ...untouched] = others;
    if (corrected === undefined) throw new Error('an item is needed');
    expect((await decide(bruno, await state(corrected.id))).status).toBe(201);
    const path = `/api/revues/groupes/${once.body.groupeId}`;
    expect((await alice.get(path)).body).toMatchObject({ mienne: true, encoreEnVigueur: untouched.length });
    const undo = { commandeId: randomUUID() };
    expect((await bruno.post(`${path}/annulation`, undo)).body.code).toBe('DECISION_D_UN_AUTRE');
    const undone = await alice.post(`${path}/annulation`, undo);
    expect(undone).toMatchObject({
      status: 201,
      body: {
        repris: untouched.length,
        laisses: [{ id: corrected.id, raison: 'Nom bruno a décidé depuis' }],
      },
    });
    expect((await alice.post(`${path}/annulation`, undo)).body).toEqual(undone.body);
    expect((await alice.post(`${path}/annulation`, { commandeId: randomUUID() })).status).toBe(422);
    for (const { id } of untouched) expect((await state(id)).statut).toBe('a_traiter');
    expect(await state(corrected.id)).toMatchObject({ statut: 'decide', verdict: 'aucune' });
    expect((await alice.get(path)).body).toMatchObject({ annulee: true, encoreEnVigueur: 0 });
  });

  it('never takes what another has before their eyes', async () => {
    const { elements, revue } = await group(2);
    const held = await take(bruno, { campagneId: app.campagneId, patron: revue.patron });
    const { body } = await alice.get(`/api/revues/${revue.id}/similaires`);
    expect(body.elements.map(({ id }: Element) => id)).not.toContain(held[0]?.id);
    expect(body.nombre).toBe(elements.length - 1);
    await bruno.post('/api/revues/baux/liberation');
  });

  it('asks why for « aucune », and refuses what is not of the pattern', async () => {
    const { revue, elements } = await group(2);
    const body = { commandeId: randomUUID(), revueId: revue.id, verdict: 'aucune', elements };
    expect((await alice.post('/api/revues/groupes', body)).body.code).toBe('MOTIF_ABSENT');
    const { data } = (
      await alice.get(
        `/api/revues?perPage=1000&filter=${json({ campagneId: app.campagneId, statut: 'a_traiter' })}`,
      )
    ).body;
    const inGroup = new Set(elements.map(({ id }) => id));
    const stranger = data.find(({ id }: Element) => !inGroup.has(id));
    const answer = await alice.post('/api/revues/groupes', {
      ...body,
      motif: 'hors_nomenclature',
      elements: [{ id: stranger.id, version: stranger.version }],
    });
    expect(answer.body).toMatchObject({
      decides: 0,
      ecartes: [{ raison: "n'est plus semblable aux autres" }],
    });
  });

  it('writes each group in the journal', async () => {
    const admin = await app.steward('patronne', 'administrateur');
    const filter = json({ type: 'decision_groupee' });
    const { body } = await admin.get(`/api/journal?filter=${filter}`);
    expect(body.data[0]).toMatchObject({ auteur: 'Nom alice', details: { decides: expect.any(Number) } });
  });

  it('keeps queries under a name, for oneself or for all', async () => {
    const query = { ecran: 'revues', nom: 'Mes ambigus', filtre: { motif: 'AMBIGU' }, partagee: false };
    const { status, body } = await alice.post('/api/requetes', query);
    expect([status, body]).toEqual([201, expect.objectContaining({ ...query, mienne: true })]);
    expect((await alice.post('/api/requetes', query)).body.code).toBe('REQUETE_EXISTE');
    const path = `/api/requetes/${body.id}`;
    expect((await bruno.get(path)).status).toBe(404);
    await alice.put(path, { ...query, partagee: true });
    expect((await bruno.get(path)).body).toMatchObject({ auteur: 'Nom alice', mienne: false });
    expect((await bruno.put(path, query)).status).toBe(404);
    expect((await bruno.delete(path)).status).toBe(404);
    const { body: list } = await bruno.get(`/api/requetes?filter=${json({ ecran: 'revues' })}`);
    expect(list.total).toBe(1);
    expect((await alice.delete(path)).status).toBe(204);
    expect((await bruno.get(path)).status).toBe(404);
    expect((await alice.get('/api/academies')).body.data.length).toBeGreaterThan(1);
  });
});
