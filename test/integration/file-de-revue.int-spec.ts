import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevueDetail, RevueListView } from '../../apps/api/src/review/revue-view.ts';
import type { ApiClient } from './api-client.ts';
import { launch, waitForEnd } from './installation.ts';
import { decide, json, startReviewApp, take, type ReviewApp } from './review-app.ts';

describe('the review queue, worked by several people', () => {
  let app: ReviewApp;
  let alice: ApiClient;
  let bruno: ApiClient;
  let filtre: { campagneId: string };

  beforeAll(async () => {
    app = await startReviewApp();
    filtre = { campagneId: app.campagneId };
    alice = await app.steward('alice');
    bruno = await app.steward('bruno');
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    for (const client of [alice, bruno]) await client.post('/api/revues/baux/liberation');
    await app.installation.dataSource.query('DELETE FROM revue_passee');
  });

  const list = async (client: ApiClient, filter: object, more = ''): Promise<RevueListView[]> =>
    (await client.get(`/api/revues?perPage=1000&filter=${json(filter)}${more}`)).body.data;
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

  it('never lends the same item to two people, however often both ask at once', async () => {
    const held = await Promise.all(
      Array.from({ length: 8 }, (_, i) => take(i % 2 === 0 ? alice : bruno, filtre, { nombre: 3 })),
    );
    const ofAlice = new Set(ids(held.filter((_, i) => i % 2 === 0).flat()));
    const ofBruno = new Set(ids(held.filter((_, i) => i % 2 === 1).flat()));
    expect(ofAlice.size).toBeGreaterThanOrEqual(3);
    expect([...ofAlice].filter((id) => ofBruno.has(id))).toEqual([]);
  });

  it('gives the weightiest first, keeps what one holds, and reads in advance', async () => {
    const order = ids(await list(alice, { ...filtre, statut: 'a_traiter' }));
    const [first, second, third] = await take(alice, filtre, { nombre: 3 });
    expect([first?.id, second?.id, third?.id]).toEqual(order.slice(0, 3));
    expect(first?.bail).toMatchObject({ parMoi: true, par: 'Nom alice' });
    // A reload gives the same again; naming what one holds gives the one after.
    expect(ids(await take(alice, filtre, { nombre: 1 }))).toEqual([first?.id]);
    const sauf = [first?.id ?? '', second?.id ?? '', third?.id ?? ''];
    expect(ids(await take(alice, filtre, { nombre: 1, sauf }))).toEqual([order[3]]);
    const [seen] = await list(bruno, { ids: [first?.id] });
    expect(seen?.bail).toMatchObject({ parMoi: false, par: 'Nom alice' });
  });

  it('frees what is left: on leaving, or after five minutes without a sign', async () => {
    const [mine] = await take(alice, filtre);
    expect(ids(await take(bruno, filtre))).not.toContain(mine?.id);
    await alice.post('/api/revues/baux/liberation', { ids: [mine?.id] });
    expect(ids(await take(bruno, filtre, { sauf: [] }))).toHaveLength(1);
    await bruno.post('/api/revues/baux/liberation');
    const [again] = await take(alice, filtre);
    expect(again?.id).toBe(mine?.id);
    const renewed = await alice.post('/api/revues/baux/renouvellement', { ids: [mine?.id, randomUUID()] });
    expect(renewed.body).toEqual({ tenus: [mine?.id], perdus: [expect.any(String)] });
    await app.installation.dataSource.query(
      `UPDATE revue SET bail_jusqu_a = bail_jusqu_a - interval '301 seconds' WHERE id = $1`,
      [mine?.id],
    );
    expect(ids(await take(bruno, filtre))).toEqual([mine?.id]);
    const lost = await alice.post('/api/revues/baux/renouvellement', { ids: [mine?.id] });
    expect(lost.body).toEqual({ tenus: [], perdus: [mine?.id] });
  });

  it('puts what one passes behind, for oneself alone, and gives it back at the very end', async () => {
    const [first] = await take(alice, filtre);
    expect((await alice.post(`/api/revues/${first?.id ?? ''}/passer`)).status).toBe(204);
    expect(ids(await take(bruno, filtre))).toEqual([first?.id]);
    await bruno.post('/api/revues/baux/liberation');
    expect(ids(await take(alice, filtre))).not.toContain(first?.id);
    const only = { ...filtre, q: first?.libelle ?? '', motif: first?.motifs[0] };
    const rest = await take(alice, only, { nombre: 10 });
    expect(ids(rest).at(-1)).toBe(first?.id);
  });

  it('loses and doubles nothing when the server dies between a decision and its answer', async () => {
    const [revue] = await take(alice, filtre);
    if (revue === undefined) throw new Error('the queue is empty');
    const commandeId = randomUUID();
    const sent = decide(alice, revue, { commandeId }).catch(() => null);
    await app.restart();
    await sent;
    // The browser does not know whether it was heard: it sends the same command again.
    expect((await decide(alice, revue, { commandeId })).status).toBe(201);
    const { body } = await alice.get(`/api/revues/${revue.id}`);
    expect(body).toMatchObject({ statut: 'decide', version: 1, bail: null });
    expect(body.jugements).toHaveLength(1);
    expect(ids(await take(alice, filtre, { nombre: 10 }))).not.toContain(revue.id);
  });

  it('lets each see and decide only what touches their académies', async () => {
    const items = await list(alice, { ...filtre, statut: 'a_traiter' });
    const academie = items.find(({ academies }) => academies.length === 1)?.academies[0] ?? '';
    expect(academie).not.toBe('');
    const scoped = await app.steward('bornee', 'instructeur', [academie]);
    const seen = await list(scoped, { ...filtre, statut: 'a_traiter' });
    expect(ids(seen)).toEqual(ids(items.filter(({ academies }) => academies.includes(academie))));
    expect(seen.length).toBeLessThan(items.length);
    for (const revue of await take(scoped, filtre, { nombre: 10 })) {
      expect(revue.academies).toContain(academie);
    }
    const other = items.find(({ academies }) => !academies.includes(academie));
    expect((await scoped.get(`/api/revues/${other?.id ?? ''}`)).body.code).toBe('HORS_ACADEMIE');
    const refused = await decide(scoped, other as RevueDetail);
    expect([refused.status, refused.body.code]).toEqual([403, 'HORS_ACADEMIE']);
    const lecteur = await app.steward('lectrice', 'lecteur');
    expect((await lecteur.post('/api/revues/prochaines', { filtre })).status).toBe(403);
    const { body: facettes } = await scoped.get(`/api/revues/facettes?filter=${json({ ...filtre })}`);
    expect(facettes.academies.map(({ valeur }: { valeur: string }) => valeur)).toContain(academie);
  });

  it('counts what each filter leaves, exactly', async () => {
    const { body } = await alice.get(
      `/api/revues/facettes?filter=${json({ ...filtre, statut: 'a_traiter' })}`,
    );
    const checks: [string, (value: string) => object][] = [
      ['motifs', (motif) => ({ motif })],
      ['academies', (academie) => ({ academie })],
      ['typesDiplome', (typeDiplome) => ({ typeDiplome })],
      ['origines', (origine) => ({ origine })],
    ];
    for (const [facette, filter] of checks) {
      expect(body[facette].length).toBeGreaterThan(0);
      for (const { valeur, nombre } of body[facette]) {
        expect(await list(alice, { ...filtre, statut: 'a_traiter', ...filter(valeur) })).toHaveLength(nombre);
      }
    }
    for (const { min, max, nombre } of body.tranches) {
      const band = { ...filtre, statut: 'a_traiter', confianceMin: min, confianceMax: max };
      expect(await list(alice, band)).toHaveLength(nombre);
    }
  });

  it('follows the list’s filter from one item to the next', async () => {
    const { body } = await alice.get(
      `/api/revues/facettes?filter=${json({ ...filtre, statut: 'a_traiter' })}`,
    );
    const motif: string = body.motifs.at(-1).valeur;
    const filter = { ...filtre, statut: 'a_traiter', motif };
    const order = ids(await list(alice, filter));
    const follow = async (id: string): Promise<string | null> =>
      (await alice.get(`/api/revues/${id}?filter=${json(filter)}`)).body.suivanteId;
    for (const [at, id] of order.entries()) {
      if (order.length > 1) expect(await follow(id)).toBe(order[(at + 1) % order.length]);
    }
  });

  it('asks who must act when nothing fits, and lists by them', async () => {
    const [one, two] = await take(alice, filtre, { nombre: 2 });
    if (one === undefined || two === undefined) throw new Error('two items are needed');
    await decide(alice, one, { motif: 'libelle_insuffisant' });
    await decide(alice, two, { motif: 'libelle_insuffisant', acteur: 'rectorat' });
    const { body } = await alice.get(`/api/revues/${one.id}`);
    expect(body.jugements).toMatchObject([{ acteur: 'etablissement', mienne: true }]);
    const ofBruno = await bruno.get(`/api/revues/${one.id}`);
    expect(ofBruno.body.jugements).toMatchObject([{ mienne: false, auteur: 'Nom alice' }]);
    expect(JSON.stringify(ofBruno.body.jugements)).not.toContain('auteurId');
    const waiting = await list(alice, { ...filtre, statut: 'decide', acteur: 'rectorat' });
    expect(ids(waiting)).toEqual([two.id]);
  });

  it('shows what taking back a decision changes, then takes back any of one’s own', async () => {
    const [older, newer] = await take(alice, filtre, { nombre: 2 });
    if (older === undefined || newer === undefined) throw new Error('two items are needed');
    await decide(alice, older);
    await decide(alice, newer);
    const { body: mine } = await alice.get('/api/revues/decisions?perPage=2');
    expect(mine.data.map(({ revueId }: { revueId: string }) => revueId)).toEqual([newer.id, older.id]);
    expect(mine.data[1]).toMatchObject({ annulable: true, raison: null, version: 1 });
    const { body: preview } = await alice.get(`/api/revues/${older.id}/annulation`);
    expect(preview).toMatchObject({
      possible: true,
      jugement: { mienne: true, verdict: 'aucune' },
      nbFormations: older.nbFormations,
      campagnes: [{ campagneId: app.campagneId, nbFormations: older.nbFormations, publiee: false }],
      exports: [],
    });
    expect((await bruno.get(`/api/revues/${older.id}/annulation`)).body.possible).toBe(false);
    const undo = { commandeId: randomUUID(), version: 1 };
    expect((await bruno.post(`/api/revues/${older.id}/annulation`, undo)).status).toBe(403);
    expect((await alice.post(`/api/revues/${older.id}/annulation`, undo)).status).toBe(201);
    const { body: after } = await alice.get('/api/revues/decisions?perPage=3');
    expect(after.data.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'annule',
      'aucune',
      'aucune',
    ]);
    expect(after.data[2]).toMatchObject({ annulable: false, raison: 'déjà reprise' });
  });

  it('asks a decided question again only once its candidates have changed, and says so', async () => {
    const [same, changed] = (await take(alice, filtre, { nombre: 10 })).filter(
      ({ candidats }) => candidats.length > 0,
    );
    if (same === undefined || changed === undefined) throw new Error('two items are needed');
    for (const revue of [same, changed]) {
      const codeCertification = revue.candidats[0]?.codeCertification;
      expect(
        (await decide(alice, revue, { verdict: 'accepte', codeCertification, motif: null })).status,
      ).toBe(201);
    }
    const { dataSource } = app.installation;
    // As if the run of that day had shown another candidate: what is written is otherwise never touched.
    await dataSource.query('ALTER TABLE jugement DISABLE TRIGGER jugement_immuable');
    await dataSource.query(
      `UPDATE jugement SET candidats = '{CFD:00000000}', code_certification = 'CFD:00000000' WHERE revue_id = $1`,
      [changed.id],
    );
    await dataSource.query('ALTER TABLE jugement ENABLE TRIGGER jugement_immuable');
    await waitForEnd(app.installation, await launch(app.installation, app.campagneId));
    expect((await alice.get(`/api/revues/${same.id}`)).body).toMatchObject({
      statut: 'decide',
      resurgence: null,
    });
    const { body } = await alice.get(`/api/revues/${changed.id}`);
    expect(body).toMatchObject({
      statut: 'a_traiter',
      origine: 'candidats_changes',
      resurgence: expect.stringMatching(
        /^les candidats ont changé depuis la décision de Nom alice du \d\d\/\d\d\/\d{4}$/,
      ),
    });
    // Decided again on what is shown now, it is not asked a third time.
    const codeCertification = body.candidats[0].codeCertification;
    expect((await decide(alice, body, { verdict: 'accepte', codeCertification, motif: null })).status).toBe(
      201,
    );
    await waitForEnd(app.installation, await launch(app.installation, app.campagneId));
    expect((await alice.get(`/api/revues/${changed.id}`)).body.statut).toBe('decide');
  });
});
