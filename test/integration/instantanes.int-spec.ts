import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportFileUseCase } from '../../apps/api/src/imports/import-file.use-case.ts';
import { InstantanesModule } from '../../apps/api/src/instantanes/instantanes.module.ts';
import type { ApiClient } from './api-client.ts';
import { launch, SAMPLES, startSampleRun, waitForEnd, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const DIPLOMES = join(SAMPLES, 'references', 'bcn-2026', 'n_formation_diplome.csv');

describe('snapshots once imported', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let campagneId: string;
  let avant: string;
  let apres: string;
  let retenu: string;

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
    ({ api, admin } = await signedInAdmin(installation));
    expect(api.get(InstantanesModule)).toBeDefined();
    avant = (await importDiplomes('avant.csv', (lines) => lines)).instantaneId;
    const kept: { cfd: string }[] = await installation.dataSource.query(
      `SELECT l.contenu->>'cfd' AS cfd FROM instantane_ligne l
       JOIN appariement a ON a.code_certification = 'CFD:' || (l.contenu->>'cfd') AND a.statut = 'apparie'
       WHERE l.instantane_id = $1 ORDER BY 1 LIMIT 1`,
      [avant],
    );
    retenu = kept[0]?.cfd ?? '';
    apres = (
      await importDiplomes('apres.csv', (lines) => [
        ...lines.filter((line) => !line.includes(retenu)).slice(0, -1),
        (lines.at(-1) ?? '').replace(/\d{2}\/\d{2}\/\d{4}/, '31/08/2031'),
      ])
    ).instantaneId;
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  /** The sample diplomas, their lines changed by the test. */
  async function importDiplomes(
    nom: string,
    change: (lines: string[]) => string[],
    options: { ecartAccepte?: boolean } = {},
  ) {
    const [header = '', ...lines] = (await readFile(DIPLOMES, 'latin1')).split(/\r?\n/).filter(Boolean);
    const chemin = join(installation.folder, nom);
    await writeFile(chemin, [header, ...change(lines)].join('\n') + '\n', 'latin1');
    return installation.app.get(ImportFileUseCase).execute({ chemin, importePar: 'essai', ...options });
  }

  const rowsOf = (id: string): Promise<{ contenu: { cfd: string } }[]> =>
    installation.dataSource.query(
      `SELECT contenu FROM instantane_ligne WHERE instantane_id = $1 ORDER BY ligne`,
      [id],
    );

  it('compares two snapshots of a table by the code of its rows', async () => {
    const [old, recent] = await Promise.all([rowsOf(avant), rowsOf(apres)]);
    const answer = await admin.get(`/api/instantanes/${apres}/comparaison?avec=${avant}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ avant: { id: avant }, apres: { id: apres } });
    const { compteurs } = answer.body;
    const removed = old.filter(({ contenu }) => !recent.some((row) => row.contenu.cfd === contenu.cfd));
    expect(removed.map(({ contenu }) => contenu.cfd)).toContain(retenu);
    expect(compteurs.retirees).toBe(removed.length);
    expect(compteurs.ajoutees).toBe(0);
    expect(Number(compteurs.identiques) + Number(compteurs.modifiees)).toBe(recent.length);
  });

  it('gives the changes by page, with the old and new values', async () => {
    const changes = await admin.get(
      `/api/instantanes/${apres}/changements?avec=${avant}&genre=retire&perPage=5`,
    );
    expect(changes.status).toBe(200);
    expect(changes.body.data).toContainEqual({
      cle: retenu,
      genre: 'retire',
      champs: expect.arrayContaining([{ champ: 'cfd', avant: retenu, apres: null }]),
    });
    const reverse = await admin.get(`/api/instantanes/${avant}/changements?avec=${apres}&q=${retenu}`);
    expect(reverse.body).toMatchObject({ total: 1, data: [{ cle: retenu, genre: 'ajoute' }] });
    const modified = await admin.get(`/api/instantanes/${apres}/changements?avec=${avant}&genre=modifie`);
    for (const { champs } of modified.body.data as { champs: { avant: unknown; apres: unknown }[] }[]) {
      expect(champs.length).toBeGreaterThan(0);
      for (const champ of champs) expect(champ.avant).not.toEqual(champ.apres);
    }
  });

  it('says which formations a removed code touches', async () => {
    const rows: { n: number }[] = await installation.dataSource.query(
      `SELECT count(*)::int AS n FROM formation f JOIN appariement a ON a.signature_id = f.signature_id
       WHERE f.campagne_id = $1 AND a.code_certification = 'CFD:' || $2`,
      [campagneId, retenu],
    );
    const { body } = await admin.get(`/api/instantanes/${apres}/comparaison?avec=${avant}`);
    const [touched] = body.touches;
    expect(touched).toMatchObject({ campagneId });
    expect(touched.retenues).toBeGreaterThanOrEqual(rows[0]?.n ?? 1);
    expect(rows[0]?.n).toBeGreaterThan(0);
    const same = await admin.get(`/api/instantanes/${avant}/comparaison?avec=${avant}`);
    expect(same.body.compteurs).toMatchObject({ ajoutees: 0, retirees: 0, modifiees: 0 });
    expect(same.body.touches).toMatchObject([{ retenues: 0, candidates: 0 }]);
  });

  it('follows a fiche of the RNCP to the diplomas that a kit in service gives it', async () => {
    const importText = async (nom: string, lines: readonly string[]) => {
      const chemin = join(installation.folder, nom);
      await writeFile(chemin, `${lines.join('\n')}\n`);
      return installation.app
        .get(ImportFileUseCase)
        .execute({ chemin, importePar: 'essai', ecartAccepte: true });
    };
    await importText('kit.csv', [
      'Code Diplôme;Intitulé diplôme (DEPP);FicheRNCP;Niveau fiche RNCP;Abrégé de diplôme (RNCP);Dernière MaJ;' +
        "Accès à l'apprentissage de la fiche RNCP (oui/non);Date d'échéance de la fiche RNCP;Fiche ACTIVE/INACTIVE",
      `${retenu};ESSAIS;RNCP99901;niveau4;BAC PRO;v1.3;oui;01/01/2031;ACTIVE`,
    ]);
    const fiches = (nom: string, last: string) =>
      importText(nom, [
        'Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Nomenclature_Europe_Niveau;Date_Decision;' +
          'Date_Fin_Enregistrement;Actif',
        `1;RNCP99901;Essais;CAP;NIV3;;${last};ACTIVE`,
      ]);
    const before = await fiches('fiches-1.csv', '31/08/2027');
    const after = await fiches('fiches-2.csv', '31/08/2030');
    const { body } = await admin.get(
      `/api/instantanes/${after.instantaneId}/comparaison?avec=${before.instantaneId}`,
    );
    expect(body.compteurs).toMatchObject({ modifiees: 1 });
    expect(body.touches[0].retenues).toBeGreaterThan(0);
  });

  it('refuses to compare two tables', async () => {
    const { body } = await admin.get('/api/campagnes');
    const answer = await admin.get(`/api/instantanes/${apres}/comparaison?avec=${body.data[0].catalogueId}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'TABLES_DIFFERENTES' } });
  });

  it('retires a snapshot, which no new run follows and a campaign may still name', async () => {
    expect((await admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: null })).status).toBe(
      200,
    );
    const inUse = async (): Promise<string[]> =>
      (await admin.get(`/api/campagnes/${campagneId}/references`)).body.data.map(
        ({ id }: { id: string }) => id,
      );
    expect(await inUse()).toContain(apres);

    const retired = await admin.post(`/api/instantanes/${apres}/retrait`, { motif: 'fichier provisoire' });
    expect(retired).toMatchObject({ status: 200, body: { id: apres, statut: 'retire' } });
    expect(await inUse()).not.toContain(apres);
    expect((await admin.get(`/api/instantanes/${apres}`)).status).toBe(200);
    expect(await admin.post(`/api/instantanes/${apres}/retrait`)).toMatchObject({ status: 409 });

    const pinned = await admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: [apres] });
    expect(pinned).toMatchObject({ status: 200, body: { epinglees: true, data: [{ id: apres }] } });
    const run = await waitForEnd(installation, await launch(installation, campagneId));
    expect(run).toMatchObject({ statut: 'terminee' });
    expect(run.instantanes.map(({ id }) => id)).toContain(apres);

    const restored = await admin.post(`/api/instantanes/${apres}/remise-en-service`);
    expect(restored.body).toMatchObject({ statut: 'utilisable' });
    const acts = await admin.get('/api/journal');
    expect(acts.body.data.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['instantane_retire', 'instantane_remis', 'references_epinglees']),
    );
  });

  it('pins no catalogue and nothing unknown', async () => {
    const { body } = await admin.get('/api/campagnes');
    const pin = (id: string) => admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: [id] });
    expect(await pin(body.data[0].catalogueId)).toMatchObject({ status: 422 });
    expect(await pin(campagneId)).toMatchObject({ status: 404 });
  });

  describe('far from the last one of their table', () => {
    const importAs = (nom: string, change: (lines: string[]) => string[], ecartAccepte = false) =>
      importDiplomes(nom, change, { ecartAccepte });
    const half = (lines: string[]) => lines.slice(0, Math.floor(lines.length / 2));

    it('wait for a person, and no run follows them before', async () => {
      const landed = await importAs('moitie.csv', half);
      expect(landed).toMatchObject({ statut: 'a_confirmer', dejaImporte: false });
      expect(landed.avertissements.join('\n')).toMatch(/lignes au lieu de.*codes sur \d+ ont disparu/s);
      await admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: null });
      const references = await admin.get(`/api/campagnes/${campagneId}/references`);
      expect(references.body.data.map(({ id }: { id: string }) => id)).not.toContain(landed.instantaneId);
      expect(
        await admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: [landed.instantaneId] }),
      ).toMatchObject({ status: 422, body: { code: 'REFERENTIEL_A_CONFIRMER' } });
      await installation.dataSource.query(`UPDATE campagne SET references_ids = $2 WHERE id = $1`, [
        campagneId,
        [landed.instantaneId],
      ]);
      await expect(launch(installation, campagneId)).rejects.toThrow('moitie.csv');

      const shown = await admin.get(`/api/instantanes/${landed.instantaneId}`);
      expect(shown.body.ecart).toMatchObject({
        raisons: landed.avertissements,
        reference: { id: expect.any(String) },
      });
      const confirmed = await admin.post(`/api/instantanes/${landed.instantaneId}/confirmation`);
      expect(confirmed).toMatchObject({ status: 200, body: { statut: 'utilisable' } });
      await admin.put(`/api/campagnes/${campagneId}/references`, { referencesIds: null });
      expect((await waitForEnd(installation, await launch(installation, campagneId))).statut).toBe(
        'terminee',
      );
      const acts = await admin.get('/api/journal');
      expect(acts.body.data.map(({ type }: { type: string }) => type)).toEqual(
        expect.arrayContaining(['instantane_a_confirmer', 'instantane_confirme']),
      );
      await admin.post(`/api/instantanes/${landed.instantaneId}/retrait`);
    });

    it('serve at once when the person chose the file, who is told why', async () => {
      const third = (lines: string[]) => lines.slice(0, Math.floor(lines.length / 3));
      const waiting = await importAs('tiers.csv', third);
      expect(waiting.statut).toBe('a_confirmer');
      const chosen = await importAs('tiers.csv', third, true);
      expect(chosen).toEqual({ ...waiting, statut: 'utilisable', dejaImporte: true, confirme: true });
      const direct = await importAs(
        'quart.csv',
        (lines) => lines.slice(0, Math.floor(lines.length / 4)),
        true,
      );
      expect(direct.statut).toBe('utilisable');
      expect(direct.avertissements.length).toBeGreaterThan(0);
    });

    it('do not land at all when a column went, and the message says what changed', async () => {
      const chemin = join(installation.folder, 'derive.csv');
      const text = await readFile(DIPLOMES, 'latin1');
      await writeFile(chemin, text.replace('FORMATION_DIPLOME;', 'CODE_DIPLOME;'), 'latin1');
      const failed = installation.app
        .get(ImportFileUseCase)
        .execute({ chemin, importePar: 'essai', attendus: ['n_formation_diplome'] });
      await expect(failed).rejects.toThrow(/disparues : FORMATION_DIPLOME ; nouvelles : CODE_DIPLOME/);
    });

    it('do not land at all when a column that is read went, though the file can be opened without it', async () => {
      const chemin = join(installation.folder, 'sans-session.csv');
      const text = await readFile(DIPLOMES, 'latin1');
      await writeFile(chemin, text.replace('DATE_PREMIERE_SESSION', 'AUTRE'), 'latin1');
      await expect(
        installation.app.get(ImportFileUseCase).execute({ chemin, importePar: 'essai' }),
      ).rejects.toThrow(/DATE_PREMIERE_SESSION/);
    });

    it('do not land at all when a column is no more what it was', async () => {
      const before: unknown = await installation.dataSource.query(`SELECT count(*) FROM instantane`);
      await expect(
        importAs('dates.csv', (lines) => [
          ...lines.slice(0, 5),
          ...lines.slice(5).map((line) => line.replace(/\d{2}\/\d{2}\/\d{4}/, 'printemps')),
        ]),
      ).rejects.toThrow(/la colonne DATE_OUVERTURE n'a plus le type attendu/);
      expect(await installation.dataSource.query(`SELECT count(*) FROM instantane`)).toEqual(before);
    });
  });
});
