import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from './api-client.ts';
import { SAMPLES, startSampleRun, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

describe('the HTTP API over a whole installation', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let url: string;
  let admin: ApiClient;
  let campagneId: string;

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
    ({ api, admin } = await signedInAdmin(installation));
    url = await api.getUrl();
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const list = async (
    path: string,
    filter: object = {},
    more = '',
  ): Promise<{ data: never[]; total: number }> => {
    const answer = await admin.get(`${path}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`);
    expect(answer.status).toBe(200);
    return answer.body as { data: never[]; total: number };
  };

  /** Asks for a thing again and again until it has ended. */
  async function settled(path: string): Promise<{ statut: string; [field: string]: unknown }> {
    for (let i = 0; i < 200; i += 1) {
      const { body } = await admin.get(path);
      const thing = body as { statut: string };
      if (!['en_attente', 'en_cours'].includes(thing.statut)) return thing;
      await sleep(50);
    }
    throw new Error(`${path} has not ended`);
  }

  it('says that all is well', async () => {
    const answer = await new ApiClient(url).get('/api/sante');
    expect(answer).toMatchObject({
      status: 200,
      body: { statut: 'ok', file: { ok: true, type: 'postgres' }, migrations: { ok: true, enAttente: 0 } },
    });
  });

  it.each([
    '/api/campagnes',
    '/api/executions',
    '/api/formations',
    '/api/revues',
    '/api/certifications',
    '/api/instantanes',
    '/api/lignes-refusees',
    '/api/imports',
    '/api/exports',
    '/api/tableau-de-bord',
    '/api/comptes',
    '/api/journal',
  ])('keeps %s for those who are signed in', async (path) => {
    expect((await new ApiClient(url).get(path)).status).toBe(401);
    expect((await admin.get(path)).status).toBe(200);
  });

  it('counts a campaign’s formations once each', async () => {
    const { body } = await admin.get(`/api/campagnes/${campagneId}`);
    const { compteurs, nbFormations } = body as {
      compteurs: { apparie: number; aVerifier: number; sansCorrespondance: number };
      nbFormations: number;
    };
    expect(compteurs.apparie + compteurs.aVerifier + compteurs.sansCorrespondance).toBe(nbFormations);
    for (const [statut, n] of [
      ['apparie', compteurs.apparie],
      ['a_verifier', compteurs.aVerifier],
      ['sans_correspondance', compteurs.sansCorrespondance],
    ] as const) {
      expect((await list('/api/formations', { campagneId, statut })).total).toBe(n);
    }
  });

  it('finds formations by words in any order, without accents', async () => {
    const { body } = await admin.get('/api/formations?perPage=1');
    const [formation] = (body as { data: { libelle: string; specialite: string; identifiant: string }[] })
      .data;
    const words = (formation?.specialite ?? '').split(/[^\p{L}]+/u).filter((word) => word.length > 4);
    const q = words.reverse().join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    const found = await list('/api/formations', { q });
    expect(found.total).toBeGreaterThan(0);
    expect(JSON.stringify(found.data)).toContain(formation?.identifiant);
    expect((await list('/api/formations', { q: '100%_' })).total).toBe(0);
  });

  it('refuses an unknown filter, a wrong id and a wrong sort with 400', async () => {
    for (const path of [
      '/api/formations?filter={"inconnu":1}',
      '/api/formations?sort=mot_de_passe_hash',
      '/api/campagnes/pas-un-uuid',
      '/api/revues?perPage=100000',
    ]) {
      expect((await admin.get(path)).status).toBe(400);
    }
  });

  it('decides a review item by command, and answers with the next one', async () => {
    const { data } = await list('/api/revues', { campagneId, statut: 'a_traiter' });
    const { id } = data[0] as unknown as { id: string };
    const revue = (await admin.get(`/api/revues/${id}`)).body as {
      version: number;
      candidats: { codeCertification: string; famille: string | null }[];
      formations: unknown[];
      suivanteId: string;
    };
    expect(revue.formations.length).toBeGreaterThan(0);
    const body = { commandeId: randomUUID(), version: revue.version, verdict: 'aucune', motif: 'autre' };
    const answer = await admin.post(`/api/revues/${id}/decisions`, body);
    expect(answer).toMatchObject({ status: 201, body: { revue: { statut: 'decide' } } });
    expect(answer.body).toHaveProperty('suivanteId', revue.suivanteId);
    const late = await admin.post(`/api/revues/${id}/decisions`, { ...body, commandeId: randomUUID() });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'DECISION_CONCURRENTE', jugement: { verdict: 'aucune', auteur: 'Administrateur' } },
    });
    expect(JSON.stringify(late.body)).not.toContain('auteurId');
  });

  it('lets a lecteur read and decide nothing', async () => {
    const created = await admin.post('/api/comptes', { identifiant: 'lea', nom: 'Léa', role: 'lecteur' });
    const lea = new ApiClient(url);
    const { motDePasseProvisoire } = created.body as { motDePasseProvisoire: string };
    await lea.signInFirst('lea', motDePasseProvisoire);
    const { data } = await list('/api/revues', { campagneId, statut: 'a_traiter' });
    const { id } = data[0] as unknown as { id: string };
    expect((await lea.get(`/api/revues/${id}`)).status).toBe(200);
    const decision = { commandeId: randomUUID(), version: 0, verdict: 'incertain' };
    for (const [path, body] of [
      [`/api/revues/${id}/decisions`, decision],
      [`/api/campagnes/${campagneId}/executions`, {}],
      [`/api/campagnes/${campagneId}/exports`, {}],
      [`/api/imports`, {}],
    ] as const) {
      expect((await lea.post(path, body)).status).toBe(403);
    }
  });

  it('searches certifications by words and reads one', async () => {
    const { data } = await list('/api/certifications', { q: 'boulanger' });
    const [best] = data as unknown as { id: string; libelle: string }[];
    expect(best?.libelle.toLowerCase()).toContain('boulang');
    expect((await admin.get(`/api/certifications/${best?.id ?? ''}`)).body).toMatchObject({ code: best?.id });
    expect((await admin.get('/api/certifications/CFD:99999999')).status).toBe(404);
  });

  it('imports an uploaded file with a worker, and shows its refused lines', async () => {
    const form = new FormData();
    const bytes = await readFile(join(SAMPLES, 'catalogues', 'affelnet.csv'));
    form.append('fichier', new Blob([new Uint8Array(bytes)]), 'été.csv');
    form.append('table', '');
    const response = await fetch(`${url}/api/imports`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'concordance', Cookie: admin.cookie ?? '' },
      body: form,
    });
    expect(response.status).toBe(202);
    const { importId } = (await response.json()) as { importId: string };
    const ended = await settled(`/api/imports/${importId}`);
    expect(ended).toMatchObject({ statut: 'terminee', nom: 'été.csv', table: 'affelnet', refusees: 1 });
    const refused = await list('/api/lignes-refusees', { instantaneId: ended['instantaneId'] });
    expect(refused.total).toBe(1);
  });

  it('says in French what is wrong with an uploaded file', async () => {
    const form = new FormData();
    form.append('fichier', new Blob(['a;b\n1;2\n']), 'inconnu.csv');
    const response = await fetch(`${url}/api/imports`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'concordance', Cookie: admin.cookie ?? '' },
      body: form,
    });
    const { importId } = (await response.json()) as { importId: string };
    const ended = await settled(`/api/imports/${importId}`);
    expect(ended).toMatchObject({ statut: 'echouee', instantaneId: null });
    expect(ended['erreur']).toMatch(/inconnu\.csv/);
  });

  it('exports files whose sums are those it announces', async () => {
    const asked = await admin.post(`/api/campagnes/${campagneId}/exports`);
    expect(asked.status).toBe(202);
    const { id } = asked.body as { id: string };
    const { fichiers, sha256, nbFormations } = (await settled(`/api/exports/${id}`)) as unknown as {
      fichiers: { nom: string; sha256: string }[];
      sha256: string;
      nbFormations: number;
    };
    expect(nbFormations).toBeGreaterThan(300);
    for (const { nom, sha256: announced } of [...fichiers, { nom: 'manifeste.json', sha256 }]) {
      const response = await fetch(`${url}/api/exports/${id}/fichiers/${nom}`, {
        headers: { Cookie: admin.cookie ?? '' },
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(announced);
    }
    expect((await admin.get(`/api/exports/${id}/fichiers/..%2F..%2Fetat.json`)).status).toBe(400);
  });

  it('publishes a run by one switch', async () => {
    const { body } = await admin.get(`/api/campagnes/${campagneId}`);
    const { derniereExecutionId } = body as { derniereExecutionId: string };
    const answer = await admin.post(`/api/campagnes/${campagneId}/publication`, {
      executionId: derniereExecutionId,
    });
    expect(answer).toMatchObject({ status: 200, body: { executionPublieeId: derniereExecutionId } });
    const unknown = await admin.post(`/api/campagnes/${campagneId}/publication`, {
      executionId: randomUUID(),
    });
    expect(unknown.status).toBe(404);
  });
});
