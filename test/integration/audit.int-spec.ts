import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ElementAveugle } from '../../apps/api/src/audit/element-aveugle.query.ts';
import type { RevueDetail } from '../../apps/api/src/review/revue-view.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { decide, json, startReviewApp, take, type ReviewApp } from './review-app.ts';

/** What the machine answered to what an element asks, as the database alone knows it. */
interface Expected {
  readonly genre: string;
  readonly code_attendu: string | null;
  readonly signature_id: string;
}

describe('trust in what is decided', () => {
  let app: ReviewApp;
  let alice: ApiClient;
  let bruno: ApiClient;
  let chief: ApiClient;

  beforeAll(async () => {
    app = await startReviewApp();
    alice = await app.steward('alice');
    bruno = await app.steward('bruno');
    chief = await app.steward('cheffe', 'adjudicateur');
  });

  afterAll(() => app.close());

  const expected = async (id: string): Promise<Expected> => {
    const rows: Expected[] = await app.installation.dataSource.query(
      `SELECT genre, code_attendu, signature_id::text FROM element_lecture WHERE id = $1`,
      [id],
    );
    if (rows[0] === undefined) throw new Error(`no element ${id}`);
    return rows[0];
  };

  async function next(client: ApiClient, body: object): Promise<ElementAveugle | null> {
    const { status, body: answer } = await client.post('/api/lectures/prochaine', body);
    expect(status).toBe(200);
    return answer.element;
  }

  const answer = (client: ApiClient, id: string, said: object): Promise<ApiAnswer> =>
    client.post(`/api/lectures/${id}/reponse`, { commandeId: randomUUID(), ...said });

  const accepts = (code: string | null): object => ({ verdict: 'accepte', codeCertification: code });
  const nothingFits = { verdict: 'aucune', motif: 'hors_nomenclature' };

  const draw = (body: object): Promise<ApiAnswer> =>
    chief.post('/api/tirages', { genre: 'audit', campagneId: app.campagneId, ...body });

  describe('an audit of accepted matches', () => {
    it('draws the same sample from the same seed, of what was accepted without a human', async () => {
      expect(
        (await alice.post('/api/tirages', { genre: 'audit', campagneId: app.campagneId, taille: 2 })).status,
      ).toBe(403);
      const first = await draw({ taille: 3, graine: 'essai' });
      expect(first).toMatchObject({
        status: 201,
        body: { taille: 3, aLire: 3, lus: 0, precision: null, etat: 'en_cours' },
      });
      const { dataSource } = app.installation;
      const drawn = async (id: string): Promise<string[]> =>
        (
          await dataSource.query<{ s: string }[]>(
            `SELECT signature_id::text AS s FROM element_lecture WHERE tirage_id = $1 ORDER BY rang`,
            [id],
          )
        ).map(({ s }) => s);
      const sample = await drawn(first.body.id);
      const statuts = await dataSource.query(
        `SELECT DISTINCT a.statut FROM element_lecture e JOIN appariement a USING (execution_id, signature_id)
         WHERE e.tirage_id = $1`,
        [first.body.id],
      );
      expect(statuts).toEqual([{ statut: 'apparie' }]);
      await dataSource.query('DELETE FROM element_lecture WHERE tirage_id = $1', [first.body.id]);
      const again = await draw({ taille: 3, graine: 'essai' });
      expect(await drawn(again.body.id)).toEqual(sample);
      // What is drawn already is not drawn a second time.
      const more = await draw({ taille: 2, graine: 'essai' });
      expect((await drawn(more.body.id)).filter((s) => sample.includes(s))).toEqual([]);
      for (const id of [again.body.id, more.body.id]) {
        await dataSource.query('DELETE FROM element_lecture WHERE tirage_id = $1', [id]);
        await dataSource.query('DELETE FROM tirage WHERE id = $1', [id]);
      }
    });

    it('hides rank, score and answer, shuffles the same way each time, and lends to one person', async () => {
      const { body: tirage } = await draw({ taille: 6 });
      const element = await next(alice, { genre: 'audit', tirageId: tirage.id });
      if (element === null) throw new Error('an element is needed');
      const said = JSON.stringify(element);
      for (const word of [
        'confiance',
        'rang"',
        'explication',
        'attendu',
        'contribution',
        'statut',
        'motifs',
        'controle',
      ]) {
        expect(said).not.toContain(word);
      }
      const again = await next(alice, { genre: 'audit', tirageId: tirage.id });
      expect(again?.id).toBe(element.id);
      expect(again?.candidats).toEqual(element.candidats);
      const other = await next(bruno, { genre: 'audit', tirageId: tirage.id });
      expect(other?.id).not.toBe(element.id);
      for (const client of [alice, bruno]) {
        for (const id of [element.id, other?.id]) await client.post(`/api/lectures/${id ?? ''}/liberation`);
      }
    });

    it('measures the precision with its exact interval, and takes disagreements before an adjudicateur', async () => {
      const { body: tirage } = await draw({ taille: 4 });
      const commandeId = randomUUID();
      let wrong = '';
      for (let i = 0; i < 4; i += 1) {
        const element = await next(alice, { genre: 'audit', tirageId: tirage.id });
        const { code_attendu: code, signature_id: signature } = await expected(element?.id ?? '');
        if (i === 0) wrong = signature;
        const said = i === 0 ? nothingFits : accepts(code);
        const done = await alice.post(`/api/lectures/${element?.id ?? ''}/reponse`, {
          ...said,
          commandeId: i === 0 ? commandeId : randomUUID(),
        });
        expect(done).toMatchObject({ status: 201, body: { fait: true } });
        expect(Object.keys(done.body)).toEqual(['fait']);
        if (i > 0) continue;
        expect(
          (await alice.post(`/api/lectures/${element?.id ?? ''}/reponse`, { ...said, commandeId })).status,
        ).toBe(201);
        expect((await answer(alice, element?.id ?? '', said)).body.code).toBe('DEJA_LU');
      }
      expect(await next(alice, { genre: 'audit', tirageId: tirage.id })).toBeNull();
      const { body: read } = await alice.get(`/api/tirages/${tirage.id}`);
      expect(read).toMatchObject({
        lus: 4,
        aLire: 0,
        justes: 3,
        faux: 1,
        etat: 'lu',
        precision: { valeur: 0.75 },
      });
      // Clopper–Pearson for 3 of 4: [0.194, 0.994].
      expect(read.precision.basse).toBeCloseTo(0.194, 3);
      expect(read.precision.haute).toBeCloseTo(0.994, 3);

      const { body: queue } = await chief.get(
        `/api/revues?filter=${json({ campagneId: app.campagneId, statut: 'adjudication' })}`,
      );
      const item = queue.data.find(({ signature }: { signature: string }) => signature === wrong);
      expect(item).toMatchObject({ origine: 'desaccord' });
      const detail: RevueDetail = (await chief.get(`/api/revues/${item.id}`)).body;
      expect(detail.lectures).toMatchObject([{ verdict: 'aucune', motif: 'hors_nomenclature' }]);
      expect(JSON.stringify(detail.lectures)).not.toContain('alice');
      const refused = await decide(bruno, detail);
      expect([refused.status, refused.body.code]).toEqual([403, 'ADJUDICATION_RESERVEE']);
      expect((await decide(chief, detail)).status).toBe(201);
      // Taken back, the disagreement is there again, and is ruled on anew.
      const undo = { commandeId: randomUUID(), version: 1 };
      const undone = await chief.post(`/api/revues/${detail.id}/annulation`, undo);
      expect(undone.body.revue).toMatchObject({ statut: 'adjudication', origine: 'desaccord', version: 2 });
      expect((await decide(chief, undone.body.revue)).status).toBe(201);
      expect((await chief.get(`/api/revues/${item.id}`)).body).toMatchObject({
        statut: 'decide',
        jugements: [
          { verdict: 'aucune' },
          { verdict: 'annule' },
          { origine: 'adjudication', verdict: 'aucune' },
        ],
      });
    });

    it('mixes known answers in, which look the same and count apart', async () => {
      const { body: tirage } = await draw({ taille: 3, nbControles: 2 });
      expect(tirage.nbControles).toBeGreaterThan(0);
      const genres = new Set<string>();
      const shapes = new Set<string>();
      const elements = Number(tirage.taille) + Number(tirage.nbControles);
      for (let i = 0; i < elements; i += 1) {
        const element = await next(alice, { genre: 'audit', tirageId: tirage.id });
        if (element === null) throw new Error('an element is needed');
        const { genre, code_attendu: code } = await expected(element.id);
        genres.add(genre);
        shapes.add(`${element.genre} ${Object.keys(element).join()}`);
        await answer(alice, element.id, code === null ? nothingFits : accepts(code));
      }
      expect([...genres].sort()).toEqual(['audit', 'controle']);
      expect(shapes.size).toBe(1);
      const { body: read } = await alice.get(`/api/tirages/${tirage.id}`);
      expect(read).toMatchObject({
        lus: 3,
        precision: { valeur: 1 },
        controles: { lus: tirage.nbControles, justes: tirage.nbControles },
      });
    });
  });

  describe('a second reading', () => {
    it('is asked of another person from the threshold on, blind, and measured by kappa', async () => {
      const path = `/api/campagnes/${app.campagneId}/seconde-lecture`;
      expect((await alice.put(path, { seuil: 1 })).status).toBe(403);
      expect((await chief.put(path, { seuil: 0.5 })).body.concernes).toBeGreaterThan(0);
      const [agreed, disputed] = (await take(alice, { campagneId: app.campagneId }, { nombre: 10 })).filter(
        ({ candidats }) => candidats.length > 1,
      );
      if (agreed === undefined || disputed === undefined) throw new Error('two items are needed');
      expect(agreed.secondeLecture).toBe(true);
      for (const revue of [agreed, disputed]) {
        const code = revue.candidats[0]?.codeCertification ?? null;
        expect((await decide(alice, revue, { ...accepts(code), motif: null })).status).toBe(201);
      }
      await alice.post('/api/revues/baux/liberation');
      const asked = { genre: 'seconde_lecture', campagneId: app.campagneId };
      // Not one's own, and not through the queue of audits.
      expect(await next(alice, asked)).toBeNull();
      for (let i = 0; i < 2; i += 1) {
        const element = await next(bruno, asked);
        if (element === null) throw new Error('an element is needed');
        const { code_attendu: code, signature_id: signature } = await expected(element.id);
        expect((await answer(alice, element.id, nothingFits)).body.code).toBe('SA_PROPRE_DECISION');
        await answer(bruno, element.id, signature === agreed.signature ? accepts(code) : nothingFits);
      }
      expect((await alice.get(`/api/revues/${agreed.id}`)).body.statut).toBe('decide');
      const { body: item } = await chief.get(`/api/revues/${disputed.id}`);
      expect(item).toMatchObject({ statut: 'adjudication', origine: 'desaccord', version: 1 });
      const { body: trust } = await alice.get(`/api/confiance?campagneId=${app.campagneId}`);
      expect(trust.secondeLecture).toMatchObject({
        seuil: 0.5,
        lues: 2,
        accords: 1,
        desaccords: 1,
        enAttente: 0,
      });
      expect(trust.secondeLecture.kappa).toEqual(expect.any(Number));
      expect(trust.adjudication.enAttente).toBe(1);
      // Taking the decision back also takes back what was asked about it.
      await chief.put(path, { seuil: null });
    });

    it('is no longer asked once the decision is taken back', async () => {
      const path = `/api/campagnes/${app.campagneId}/seconde-lecture`;
      await chief.put(path, { seuil: 0.5 });
      const [revue] = await take(alice, { campagneId: app.campagneId });
      if (revue === undefined) throw new Error('an item is needed');
      await decide(alice, revue);
      const asked = { genre: 'seconde_lecture', campagneId: app.campagneId };
      const element = await next(bruno, asked);
      expect(element).not.toBeNull();
      await alice.post(`/api/revues/${revue.id}/annulation`, { commandeId: randomUUID(), version: 1 });
      expect((await answer(bruno, element?.id ?? '', nothingFits)).status).toBe(404);
      expect(await next(bruno, asked)).toBeNull();
      await chief.put(path, { seuil: null });
      await alice.post('/api/revues/baux/liberation');
    });
  });

  describe('closing a score band', () => {
    it('needs the whole sample read and its bound below the risk, and is taken back in one go', async () => {
      const { dataSource } = app.installation;
      const band = {
        genre: 'bande',
        campagneId: app.campagneId,
        confianceMin: 0,
        confianceMax: 1,
        taille: 5,
      };
      const strict = await chief.post('/api/tirages', { ...band, risque: 0.01 });
      const close = (id: string, commandeId = randomUUID()): Promise<ApiAnswer> =>
        chief.post(`/api/tirages/${id}/cloture`, { commandeId });
      expect((await close(strict.body.id)).body.code).toBe('TIRAGE_NON_LU');
      const sampled: string[] = [];
      let wrong = '';
      for (let i = 0; i < 5; i += 1) {
        const element = await next(bruno, { genre: 'audit', tirageId: strict.body.id });
        const { code_attendu: code, signature_id: signature } = await expected(element?.id ?? '');
        sampled.push(signature);
        if (i === 0) wrong = signature;
        await answer(bruno, element?.id ?? '', i === 0 ? nothingFits : accepts(code));
      }
      const refused = await close(strict.body.id);
      expect([refused.status, refused.body.code]).toEqual([422, 'BORNE_TROP_HAUTE']);
      // The same readings under a risk that they do prove (1 wrong of 5: at most 65.8 %).
      await dataSource.query('UPDATE tirage SET risque = 0.7 WHERE id = $1', [strict.body.id]);
      const { body: tirage } = await chief.get(`/api/tirages/${strict.body.id}`);
      expect(tirage).toMatchObject({ cloturePossible: true, faux: 1, borneErreur: expect.closeTo(0.657, 3) });
      const commandeId = randomUUID();
      const closed = await close(strict.body.id, commandeId);
      expect(closed).toMatchObject({ status: 201, body: { ecartes: [] } });
      expect((await close(strict.body.id, commandeId)).body).toEqual(closed.body);
      expect((await close(strict.body.id)).body.code).toBe('CLOTURE_IMPOSSIBLE');
      const left: { signature_id: string }[] = await dataSource.query(
        `SELECT signature_id::text FROM revue WHERE campagne_id = $1 AND statut = 'a_traiter'
           AND premier_candidat IS NOT NULL`,
        [app.campagneId],
      );
      // What the reader contradicted is left to people.
      expect(left).toEqual([{ signature_id: wrong }]);
      const { body: groupe } = await chief.get(`/api/revues/groupes/${closed.body.groupeId}`);
      expect(groupe).toMatchObject({
        genre: 'echantillon',
        encoreEnVigueur: closed.body.decides,
        preuve: { lus: 5, faux: 1, risque: 0.7 },
      });
      const undone = await chief.post(`/api/revues/groupes/${closed.body.groupeId}/annulation`, {
        commandeId: randomUUID(),
      });
      expect(undone.body).toMatchObject({ repris: closed.body.decides, laisses: [] });
    });
  });

  it('tells what learns from people how each word came about', async () => {
    const { dataSource } = app.installation;
    const rows: { origine: string }[] = await dataSource.query(
      `SELECT DISTINCT origine FROM etiquette_humaine ORDER BY origine`,
    );
    expect(rows.map(({ origine }) => origine)).toEqual(['adjudication', 'audit', 'controle', 'revue']);
    await expect(dataSource.query('DELETE FROM lecture')).rejects.toThrow('ne se modifie pas');
  });

  it('says nothing of people’s speed before a purpose is declared, nor of what was done before', async () => {
    const admin = await app.steward('patronne', 'administrateur');
    const speed = (client: ApiClient): Promise<ApiAnswer> => client.get('/api/statistiques/vitesse');
    expect((await speed(admin)).body.code).toBe('FINALITE_NON_DECLAREE');
    const purpose = {
      traitement: 'vitesse',
      finalite: 'Dimensionner les équipes de la campagne',
      baseLegale: "mission d'intérêt public",
      dureeJours: 30,
    };
    expect((await chief.post('/api/finalites', purpose)).status).toBe(403);
    const { status, body: declared } = await admin.post('/api/finalites', purpose);
    expect(status).toBe(201);
    expect((await admin.post('/api/finalites', purpose)).body.code).toBe('FINALITE_DEJA_DECLAREE');
    expect((await alice.get('/api/finalites')).body.data).toMatchObject([{ finalite: purpose.finalite }]);
    expect((await speed(admin)).body).toMatchObject({ data: [], parPersonne: [] });
    const items = await take(alice, { campagneId: app.campagneId }, { nombre: 2 });
    for (const revue of items) await decide(alice, revue);
    expect((await speed(admin)).body.parPersonne).toMatchObject([{ nom: 'Nom alice', decisions: 2 }]);
    expect((await speed(chief)).status).toBe(403);
    expect((await admin.delete(`/api/finalites/${declared.id}`)).status).toBe(204);
    expect((await speed(admin)).body.code).toBe('FINALITE_NON_DECLAREE');
  });
});
