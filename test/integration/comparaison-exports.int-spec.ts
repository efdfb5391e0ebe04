import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportFolder } from '../../apps/api/src/config/folders.ts';
import type { ApiClient } from './api-client.ts';
import { acceptFirst, builtExport } from './built-export.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startSampleRun,
  waitForEnd,
  type Installation,
} from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

interface Ecart {
  readonly id: string;
  readonly genre: string;
  readonly champs: readonly { champ: string; avant: unknown; apres: unknown }[];
}

describe('two exports side by side', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let campagneId: string;
  let avant: string;
  let apres: string;
  let decidee: string;

  beforeAll(async () => {
    ({ installation, campagneId } = await startSampleRun());
    ({ api, admin } = await signedInAdmin(installation));
    avant = await builtExport(admin, campagneId);
    const filter = encodeURIComponent(JSON.stringify({ campagneId, statut: 'a_traiter' }));
    const { body: revues } = await admin.get(`/api/revues?perPage=1&filter=${filter}`);
    decidee = await acceptFirst(admin, revues.data[0].id as string);
    apres = await builtExport(admin, campagneId);
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const ecarts = async (id: string, query: string): Promise<{ data: Ecart[]; total: number }> =>
    (await admin.get(`/api/exports/${id}/ecarts?${query}`)).body;

  it('tells what a decision changed, field by field, and nothing else', async () => {
    const { status, body } = await admin.get(`/api/exports/${apres}/comparaison?avec=${avant}`);
    expect(status).toBe(200);
    const { compteurs, champs } = body as {
      compteurs: Record<string, number>;
      champs: { champ: string; nombre: number }[];
    };
    expect(compteurs).toMatchObject({ ajoute: 0, retire: 0 });
    expect(compteurs['modifie']).toBeGreaterThan(0);
    expect((compteurs['modifie'] ?? 0) + (compteurs['identique'] ?? 0)).toBe(body.apres.nbFormations);
    expect(champs).toContainEqual({ champ: 'decision', nombre: compteurs['modifie'] });
    const { data, total } = await ecarts(apres, `avec=${avant}&genre=modifie&perPage=1000`);
    expect(total).toBe(compteurs['modifie']);
    const changed = data.find(({ id }) => id === decidee);
    expect(changed?.champs).toContainEqual({ champ: 'decision', avant: null, apres: 'humaine' });
    expect(changed?.champs).toContainEqual({ champ: 'statut', avant: 'a_verifier', apres: 'apparie' });
    expect(changed?.champs.map(({ champ }) => champ)).not.toContain('rang');
  });

  it('chooses by kind, by field and by identifier', async () => {
    expect((await ecarts(apres, `avec=${avant}&genre=ajoute`)).total).toBe(0);
    expect((await ecarts(apres, `avec=${avant}&champ=uai`)).total).toBe(0);
    const found = await ecarts(apres, `avec=${avant}&champ=statut&q=${decidee}`);
    expect(found.data.every(({ id }) => id.startsWith(decidee))).toBe(true);
    expect(found.total).toBeGreaterThan(0);
  });

  it('gives the same as a file, a line a field', async () => {
    const response = await fetch(`${await api.getUrl()}/api/exports/${apres}/ecarts.csv?avec=${avant}`, {
      headers: { Cookie: admin.cookie ?? '' },
    });
    expect(response.headers.get('content-disposition')).toContain('ecarts.csv');
    const lines: Record<string, string>[] = parse(Buffer.from(await response.arrayBuffer()), {
      delimiter: ';',
      bom: true,
      columns: true,
    });
    const { data } = await ecarts(apres, `avec=${avant}&perPage=1000`);
    expect(lines).toHaveLength(data.reduce((sum, { champs }) => sum + champs.length, 0));
    expect(lines.find((line) => line['Identifiant'] === decidee && line['Champ'] === 'statut')).toMatchObject(
      {
        Écart: 'modifiée',
        Avant: 'a_verifier',
        Après: 'apparie',
      },
    );
  });

  it('tells, from a year to the next, the formations that came and those that went', async () => {
    // The catalogue is in the encoding of its site.
    const lines = (await readFile(join(SAMPLES, 'catalogues', 'parcoursup.csv'), 'latin1')).split('\n');
    const kept = lines.filter((line) => !line.split(';').includes(decidee));
    expect(kept).toHaveLength(lines.length - 1);
    const catalogue = join(installation.folder, 'autre.csv');
    await writeFile(catalogue, kept.join('\n'), 'latin1');
    const autre = await setUpSample(installation, 'parcoursup', catalogue, 'Essai suivant');
    await waitForEnd(installation, await launch(installation, autre));
    const suivant = await builtExport(admin, autre);
    // A line that could not be read has no identifier but its number, which the one that went has moved.
    const named = async (id: string, query: string): Promise<string[]> =>
      (await ecarts(id, query)).data.map((ecart) => ecart.id).filter((name) => !/^L\d+$/.test(name));
    expect(await named(suivant, `avec=${apres}&genre=retire`)).toEqual([decidee]);
    expect(await named(suivant, `avec=${apres}&genre=ajoute`)).toEqual([]);
    expect(await named(apres, `avec=${suivant}&genre=ajoute`)).toEqual([decidee]);
  });

  it('refuses what cannot be compared', async () => {
    const affelnet = await setUpSample(installation, 'affelnet');
    await waitForEnd(installation, await launch(installation, affelnet));
    const other = await builtExport(admin, affelnet);
    expect(await admin.get(`/api/exports/${apres}/comparaison?avec=${other}`)).toMatchObject({
      status: 422,
      body: { code: 'EXPORTS_SANS_RAPPORT' },
    });
    expect(await admin.get(`/api/exports/${apres}/comparaison?avec=${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'EXPORT_INCONNU' },
    });
    expect((await admin.get(`/api/exports/${apres}/ecarts?avec=${avant}&genre=identique`)).status).toBe(400);
    await rm(join(exportFolder(installation.config), avant), { recursive: true });
    expect(await admin.get(`/api/exports/${avant}/comparaison?avec=${apres}`)).toMatchObject({
      status: 404,
      body: { code: 'EXPORT_SANS_FICHIERS' },
    });
  });
});
