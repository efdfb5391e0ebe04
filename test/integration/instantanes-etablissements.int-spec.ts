import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ControleDate } from '#matching';
import { ControlerFormationsUseCase } from '../../apps/api/src/etablissements/controler-formations.use-case.ts';
import type { EtablissementDetail } from '../../apps/api/src/etablissements/etablissements.controller.ts';
import { ImportFileUseCase } from '../../apps/api/src/imports/import-file.use-case.ts';
import type { ApiClient } from './api-client.ts';
import { launch, SAMPLES, waitForEnd } from './installation.ts';
import { startReviewApp, type ReviewApp } from './review-app.ts';

const HOUR = 3_600_000;

describe('the snapshots of establishments that a run is checked against', () => {
  let app: ReviewApp;
  let client: ApiClient;
  let executionId: string;

  beforeAll(async () => {
    app = await startReviewApp();
    client = await app.steward('testeur');
    const rows = await app.installation.query<{ id: string }>(
      `SELECT id FROM execution WHERE campagne_id = $1`,
      [app.campagneId],
    );
    executionId = rows[0]?.id ?? '';
    await check(executionId);
  });

  afterAll(async () => {
    await app.close();
  });

  const check = (id: string): Promise<void> =>
    app.installation.app.get(ControlerFormationsUseCase).complete(id);

  async function formation(identifiant: string): Promise<string> {
    const [found] = await app.installation.query<{ id: string }>(
      `SELECT id::text AS id FROM formation WHERE campagne_id = $1 AND identifiant = $2`,
      [app.campagneId, identifiant],
    );
    return found?.id ?? '';
  }

  async function controle(identifiant: string, critere: string): Promise<ControleDate> {
    const { body } = await client.get(`/api/formations/${await formation(identifiant)}/controles`);
    const found = (body.controles as ControleDate[]).find((one) => one.critere === critere);
    if (found === undefined) throw new Error(`no ${critere} of ${identifiant}`);
    return found;
  }

  describe('an answer of QuiForme', () => {
    /** Two rows whose establishments QuiForme knows. */
    const [RECENT, OLD] = ['44238', '45121'];
    let quiforme: string;

    /** An import by API that gave the snapshot, with when it was answered for each SIRET. */
    async function collecte(finie: number, reponses: Readonly<Record<string, number>>): Promise<void> {
      const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
      const [made] = await app.installation.query<{ id: string }>(
        `INSERT INTO collecte (id, source, parametres, statut, instantanes_ids, auteur, ended_at)
         VALUES (gen_random_uuid(), 'quiforme', '{}', 'terminee', ARRAY[$1::uuid], 'essai', $2) RETURNING id`,
        [quiforme, ago(finie)],
      );
      for (const [siret, hours] of Object.entries(reponses)) {
        await app.installation.query(
          `INSERT INTO collecte_etape (collecte_id, etape, issue, table_id, obtenue_at)
           VALUES ($1, $2, 'lue', 'quiforme', $3)`,
          [made?.id, siret, ago(hours)],
        );
      }
    }

    const siretOf = async (identifiant: string): Promise<string> => {
      const { body } = await client.get(`/api/formations/${await formation(identifiant)}/controles`);
      return String(body.siret);
    };

    beforeAll(async () => {
      const [row] = await app.installation.query<{ id: string }>(
        `SELECT id FROM instantane WHERE table_id = 'quiforme'`,
      );
      quiforme = row?.id ?? '';
    });

    it('is as old as its import where the file was imported', async () => {
      expect(await controle(OLD, 'NDA_ACTIVE')).toMatchObject({ etat: 'conforme', motif: 'NDA_ACTIVE' });
    });

    it('is as old as the answer for its own SIRET, though the snapshot has just been made', async () => {
      const [recent, old] = [await siretOf(RECENT), await siretOf(OLD)];
      expect(recent).not.toBe(old);
      await collecte(1, { [recent]: 2, [old]: 80 });
      expect(await controle(RECENT, 'NDA_ACTIVE')).toMatchObject({ etat: 'conforme' });
      const stale = await controle(OLD, 'NDA_ACTIVE');
      expect(stale).toMatchObject({ etat: 'perime', constat: 'conforme' });
      expect(Math.round((Date.now() - Date.parse(stale.obtenuLe ?? '')) / HOUR)).toBe(80);
      const [page] = await app.installation.query<{ uai: string }>(
        `SELECT uai FROM formation WHERE id = $1`,
        [await formation(OLD)],
      );
      const { organismes } = (await client.get(`/api/etablissements/${page?.uai ?? ''}`))
        .body as EtablissementDetail;
      expect(organismes.find(({ siret }) => siret === old)).toMatchObject({
        perime: true,
        obtenuLe: stale.obtenuLe,
      });
    });

    it('is fresh again as soon as the same answer comes again, without any new check', async () => {
      await collecte(0, { [await siretOf(OLD)]: 0.5 });
      expect(await controle(OLD, 'NDA_ACTIVE')).toMatchObject({ etat: 'conforme', motif: 'NDA_ACTIVE' });
    });
  });

  describe('pinned by the campaign', () => {
    const chosen = (): string => `/api/campagnes/${app.campagneId}/etablissements`;
    const ouverture = async (): Promise<string> => (await controle('42940', 'UAI_OUVERTE')).motif;

    /** The sample's ACCE, a day later, where the lycée of row 42940 is closed. */
    async function closeItsLycee(): Promise<void> {
      const text = await readFile(join(SAMPLES, 'references', 'acce', 'ACCE_UAI.csv'), 'latin1');
      const [row] = await app.installation.query<{ uai: string }>(`SELECT uai FROM formation WHERE id = $1`, [
        await formation('42940'),
      ]);
      const lines = text
        .replaceAll(';12/06/2026;', ';13/06/2026;')
        .split('\n')
        .map((line) => (line.startsWith(row?.uai ?? '-') ? line.replace(/;1;Ouvert;/, ';4;Fermé;') : line));
      const chemin = join(app.installation.folder, 'acce-du-lendemain.csv');
      await writeFile(chemin, lines.join('\n'), 'latin1');
      const landed = await app.installation.app
        .get(ImportFileUseCase)
        .execute({ chemin, importePar: 'essai', ecartAccepte: true });
      expect(landed).toMatchObject({ statut: 'utilisable', dejaImporte: false });
    }

    it('are those in use until someone chooses, and name the tables that may be chosen', async () => {
      const { status, body } = await client.get(chosen());
      expect(status).toBe(200);
      expect(body).toMatchObject({ epinglees: false });
      expect(body.tables).toContain('acce_uai');
      expect(body.data.map(({ table }: { table: string }) => table)).toEqual(
        expect.arrayContaining(['acce_uai', 'acce_mere', 'quiforme', 'organisme_formation']),
      );
    });

    it('are chosen by an instructeur, never among other tables', async () => {
      const lecteur = await app.steward('lectrice', 'lecteur');
      const { body } = await client.get(chosen());
      const ids = body.data.map(({ id }: { id: string }) => id);
      expect((await lecteur.put(chosen(), { instantanesIds: ids })).status).toBe(403);
      const { body: references } = await client.get(`/api/campagnes/${app.campagneId}/references`);
      const bcn = references.data.find(({ table }: { table: string }) => table === 'n_formation_diplome');
      expect(await client.put(chosen(), { instantanesIds: [bcn.id] })).toMatchObject({
        status: 422,
        body: { code: 'PAS_UNE_TABLE_D_ETABLISSEMENTS' },
      });
      const pinned = await client.put(chosen(), { instantanesIds: ids });
      expect(pinned).toMatchObject({ status: 200, body: { epinglees: true } });
      expect(pinned.body.data.map(({ id }: { id: string }) => id)).toEqual(ids);
    });

    it('keep a run as it was when a newer snapshot comes, and let the runs of before follow it', async () => {
      const pinned = await launch(app.installation, app.campagneId);
      await waitForEnd(app.installation, pinned);
      await check(pinned);
      expect(await ouverture()).toBe('UAI_OUVERTE');
      await closeItsLycee();
      const again = await app.installation.app.get(ControlerFormationsUseCase).execute(pinned);
      expect(again).toEqual({ statut: 'fait', examinees: 0, ecrites: 0 });
      expect(await ouverture()).toBe('UAI_OUVERTE');
      // The first run had been launched before anything was pinned.
      await check(executionId);
      const [followed] = await app.installation.query<{ motif: string }>(
        `SELECT x->>'motif' AS motif FROM controle_formation c, jsonb_array_elements(c.controles) x
         WHERE c.execution_id = $1 AND c.formation_id = $2 AND x->>'critere' = 'UAI_OUVERTE'`,
        [executionId, await formation('42940')],
      );
      expect(followed?.motif).toBe('UAI_FERMEE');
    });

    it('are left for those in use by the next run, once nothing is pinned', async () => {
      expect(await client.put(chosen(), { instantanesIds: null })).toMatchObject({
        status: 200,
        body: { epinglees: false },
      });
      const next = await launch(app.installation, app.campagneId);
      await waitForEnd(app.installation, next);
      await check(next);
      expect(await ouverture()).toBe('UAI_FERMEE');
      const acts = await app.installation.query<{ message: string }>(
        `SELECT message FROM journal_entree WHERE type = 'etablissements_epingles' ORDER BY id`,
      );
      expect(acts).toHaveLength(2);
      expect(acts[1]?.message).toContain('en service');
    });
  });
});
