import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './api-client.ts';
import { launch, waitForEnd } from './installation.ts';
import { decide, json, startReviewApp, take, type ReviewApp } from './review-app.ts';

/** What a list holds that it should not, and what it lacks. */
const differences = (kept: string, wanted: string): string => `
  (SELECT 'de trop' AS quoi, k.* FROM (${kept}) k EXCEPT ALL SELECT 'de trop', w.* FROM (${wanted}) w)
  UNION ALL
  (SELECT 'manque', w.* FROM (${wanted}) w EXCEPT ALL SELECT 'manque', k.* FROM (${kept}) k)`;

const SHOWN = `SELECT DISTINCT ON (campagne_id) campagne_id, id FROM execution WHERE statut = 'terminee'
  ORDER BY campagne_id, ended_at DESC, id`;

/** Each prepared table beside what it stands for, worked out from the rows themselves. */
const LISTS = {
  formation_liste: differences(
    `SELECT formation_id, rang, libelle, academie, type_diplome, voie, statut, decision, confiance, motifs,
       code_certification FROM formation_liste`,
    `SELECT f.id, f.rang, f.libelle, f.academie, f.type_diplome, f.voie,
       CASE j.verdict WHEN 'aucune' THEN 'sans_correspondance' WHEN 'accepte' THEN 'apparie'
         WHEN 'autre' THEN 'apparie' ELSE a.statut END,
       CASE WHEN j.id IS NOT NULL THEN 'humaine' WHEN a.statut = 'apparie' THEN 'auto' END, a.confiance,
       CASE WHEN j.id IS NULL THEN '{}'::text[] ELSE '{DECISION_ANTERIEURE}' END || coalesce(a.motifs, '{}')
         || CASE WHEN f.refus IS NOT NULL OR c.uai_inconnue THEN '{UAI_INCONNU}'::text[] ELSE '{}' END,
       CASE WHEN j.id IS NULL THEN a.code_certification ELSE j.code_certification END
     FROM formation f LEFT JOIN (${SHOWN}) e ON e.campagne_id = f.campagne_id
     LEFT JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id
     LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
     LEFT JOIN controle_formation c ON c.execution_id = e.id AND c.formation_id = f.id`,
  ),
  formation_recherche: differences(
    `SELECT formation_id, campagne_id, signature_id, recherche FROM formation_recherche`,
    `SELECT id, campagne_id, signature_id, recherche FROM formation`,
  ),
  alerte_groupe: differences(
    `SELECT execution_id, type, cle, acteur, libelle, nb_formations::bigint, places FROM alerte_groupe`,
    `SELECT a.execution_id, a.type, a.cle, min(a.acteur), min(a.detail), count(*), coalesce(sum(f.capacite), 0)
     FROM alerte_formation a JOIN formation f ON f.id = a.formation_id GROUP BY 1, 2, 3`,
  ),
  etablissement_compte: differences(
    `SELECT execution_id, uai, formations::bigint, fautives::bigint FROM etablissement_compte`,
    `SELECT execution_id, uai, count(*), count(*) FILTER (WHERE non_conformes <> '{}')
     FROM controle_formation WHERE uai IS NOT NULL GROUP BY 1, 2`,
  ),
  'revue, profil et jours': differences(
    `SELECT r.id, p.type_diplome, p.academies, p.motifs, r.decide_le
     FROM revue r JOIN revue_profil p ON p.id = r.profil_id`,
    `SELECT r.id, r.type_diplome, r.academies, r.motifs, (j.created_at AT TIME ZONE 'Europe/Paris')::date
     FROM revue r LEFT JOIN jugement_en_vigueur j ON j.signature_id = r.signature_id`,
  ),
  'execution, compteurs': differences(
    `SELECT id, (compteurs->>'apparie')::bigint, (compteurs->>'aVerifier')::bigint,
       (compteurs->>'sansCorrespondance')::bigint FROM execution WHERE statut = 'terminee'`,
    `SELECT e.id, count(*) FILTER (WHERE a.statut = 'apparie'), count(*) FILTER (WHERE a.statut = 'a_verifier'),
       count(*) FILTER (WHERE a.statut = 'sans_correspondance')
     FROM execution e JOIN formation f ON f.campagne_id = e.campagne_id
     JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id GROUP BY e.id`,
  ),
};

describe('lists kept ready', () => {
  let app: ReviewApp;
  let alice: ApiClient;

  beforeAll(async () => {
    app = await startReviewApp();
    alice = await app.steward('alice', 'administrateur');
  });

  afterAll(() => app.close());

  async function expectExact(): Promise<void> {
    for (const [list, sql] of Object.entries(LISTS)) {
      expect({ list, ecarts: await app.installation.dataSource.query(sql) }).toEqual({ list, ecarts: [] });
    }
  }

  /** Waits until the checks of every run have ended. */
  async function checked(): Promise<void> {
    const missing = `SELECT 1 FROM execution e LEFT JOIN controle_execution c ON c.execution_id = e.id
      WHERE c.statut IS DISTINCT FROM 'terminee'`;
    while ((await app.installation.dataSource.query(missing)).length > 0) await sleep(100);
  }

  it('say what the rows say after a run', async () => {
    await checked();
    await expectExact();
    const counts = await app.installation.dataSource.query(
      `SELECT (SELECT count(*)::int FROM formation_liste WHERE statut IS NOT NULL) AS formations,
         (SELECT count(*)::int FROM revue_profil) AS profils`,
    );
    expect(counts[0].formations).toBeGreaterThan(100);
    expect(counts[0].profils).toBeGreaterThan(1);
  });

  it('follow decisions, those taken back, and the next run', async () => {
    const { campagneId, installation } = app;
    const [accepted, refused, unsure] = await take(alice, { campagneId }, { nombre: 3 });
    if (accepted === undefined || refused === undefined || unsure === undefined)
      throw new Error('too few items');
    const code = accepted.candidats[0]?.codeCertification;
    const said = code === undefined ? {} : { verdict: 'accepte', codeCertification: code, motif: null };
    expect((await decide(alice, accepted, said)).status).toBe(201);
    expect((await decide(alice, refused)).status).toBe(201);
    expect((await decide(alice, unsure, { verdict: 'incertain', motif: null })).status).toBe(201);
    await expectExact();
    const decided = `SELECT count(*)::int AS n FROM formation_liste WHERE decision = 'humaine'`;
    const [before] = await installation.dataSource.query(decided);
    expect(before.n).toBeGreaterThanOrEqual(2);
    const undone = await alice.post(`/api/revues/${refused.id}/annulation`, {
      commandeId: randomUUID(),
      version: 1,
    });
    expect(undone.status).toBe(201);
    await expectExact();
    const [after] = await installation.dataSource.query(decided);
    expect(after.n).toBeLessThan(before.n);

    await waitForEnd(installation, await launch(installation, campagneId));
    await checked();
    await expectExact();
  });

  it('are what pages are chosen by: each filter keeps the rows that show its value', async () => {
    const { campagneId } = app;
    const list = (filter: object, more = ''): ReturnType<ApiClient['get']> =>
      alice.get(`/api/formations?perPage=1000${more}&filter=${json({ campagneId, ...filter })}`);
    const all = (await list({})).body.data as Record<string, unknown>[];
    const shows = (key: string, value: unknown) => (row: Record<string, unknown>) =>
      Array.isArray(row[key]) ? (row[key] as unknown[]).includes(value) : row[key] === value;
    const motif = (all.find((row) => (row['motifs'] as string[]).length > 0)?.['motifs'] as string[])[0];
    const asked: [filter: Record<string, unknown>, key: string][] = [
      [{ statut: 'a_verifier' }, 'statut'],
      [{ decision: 'humaine' }, 'decision'],
      [{ academie: all.find((row) => row['academie'] !== null)?.['academie'] }, 'academie'],
      [{ signature: all[0]?.['signature'] }, 'signature'],
      [{ motif }, 'motifs'],
    ];
    for (const [filter, key] of asked) {
      const expected = all.filter(shows(key, Object.values(filter)[0])).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(0);
      const { body } = await list(filter);
      expect({ filter, total: body.total, ids: body.data.map(({ id }: { id: string }) => id) }).toEqual({
        filter,
        total: expected.length,
        ids: expected,
      });
    }
    expect((await list({ signature: 'rien' })).body.total).toBe(0);
    const words = String(all[0]?.['libelle']).split(' ').slice(0, 2).join(' ');
    const found = await list({ q: words, statut: all[0]?.['statut'] });
    expect(found.body.data.map(({ id }: { id: string }) => id)).toContain(all[0]?.['id']);
    for (const sort of ['libelle', 'confiance', 'etablissement', 'identifiant', 'voeux']) {
      const { body } = await list({}, `&sort=${sort}&order=DESC`);
      expect({ sort, n: body.data.length }).toEqual({ sort, n: all.length });
    }
  });
});
