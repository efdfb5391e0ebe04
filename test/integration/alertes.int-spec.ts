import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlerteView } from '../../apps/api/src/alertes/alerte.query.ts';
import type { CpfView } from '../../apps/api/src/cpf/read-cpf.use-case.ts';
import { ControlerFormationsUseCase } from '../../apps/api/src/etablissements/controler-formations.use-case.ts';
import type { EtablissementDetail } from '../../apps/api/src/etablissements/etablissements.controller.ts';
import { type ApiClient } from './api-client.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from './installation.ts';
import { concordanceOn } from './run-command.ts';
import { signedInAdmin } from './signed-in-admin.ts';

describe('alerts, establishments and the CPF over HTTP', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let client: ApiClient;
  let campagneId: string;

  beforeAll(async () => {
    installation = await startInstallation();
    const worker = await installation.startWorker();
    campagneId = await setUpSample(installation, 'parcoursup');
    const executionId = await launch(installation, campagneId);
    await waitForEnd(installation, executionId);
    await worker.close();
    await installation.app.get(ControlerFormationsUseCase).complete(executionId);
    ({ api, admin: client } = await signedInAdmin(installation));
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const list = async <Row>(path: string, filter: object): Promise<{ data: Row[]; total: number }> => {
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&perPage=1000`;
    const { status, body } = await client.get(`${path}?${query}`);
    expect(status).toBe(200);
    return body as { data: Row[]; total: number };
  };

  it('count the formations and places of each alert, and lead to them', async () => {
    const { data } = await list<AlerteView>('/api/alertes', { campagneId, type: 'UAI_FERMEE' });
    expect(data.map(({ cle }) => cle).sort()).toEqual(['0219142Y', '0259135U', '0549100Y']);
    for (const alerte of data) {
      expect(alerte).toMatchObject({ acteur: 'rectorat', campagneId });
      const rows = await list<{ uai: string; capacite: number | null }>('/api/alertes-formations', {
        alerteId: alerte.id,
      });
      expect(rows.total).toBe(alerte.nbFormations);
      expect(new Set(rows.data.map(({ uai }) => uai))).toEqual(new Set([alerte.cle]));
      expect(rows.data.reduce((sum, { capacite }) => sum + (capacite ?? 0), 0)).toBe(alerte.places);
      expect((await client.get(`/api/alertes/${encodeURIComponent(alerte.id)}`)).body).toEqual(alerte);
    }
  });

  it('warn of codes that close or vanish, and of an habilitation that ends', async () => {
    const { data } = await list<AlerteView>('/api/alertes', { campagneId });
    const of = (type: string): AlerteView[] => data.filter((one) => one.type === type);
    expect(of('CODE_FERME_AVANT_RENTREE').length).toBeGreaterThan(5);
    expect(of('CODE_FERME_AVANT_RENTREE').every(({ date }) => date !== null && date < '2026-09-01')).toBe(
      true,
    );
    // The mentions complémentaires of before 2024: the newest nomenclature no longer has their codes.
    expect(of('CODE_DISPARU').every(({ cle, acteur }) => cle.startsWith('CFD:010') && acteur === 'dne')).toBe(
      true,
    );
    expect(of('CODE_DISPARU').length).toBeGreaterThan(0);
    expect(of('HABILITATION_FINISSANTE').map(({ cle, date }) => [cle, date])).toEqual([
      ['99420138200011 RNCP37948', '2026-09-01'],
    ]);
  });

  it('are a CSV for spreadsheets and a command', async () => {
    const { total } = await list('/api/alertes', { campagneId });
    const answer = await fetch(`${await api.getUrl()}/api/campagnes/${campagneId}/alertes.csv`, {
      headers: { Cookie: client.cookie ?? '' },
    });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const rows = parse(await answer.text(), { delimiter: ';', bom: true });
    expect(rows).toHaveLength(total + 1);
    expect(rows[0]).toContain('Qui agit');
    const file = join(installation.folder, 'alertes.csv');
    const said = await concordanceOn(installation, 'alertes', '--campagne', campagneId, '--csv', file);
    expect(said).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(parse(await readFile(file), { delimiter: ';', bom: true })).toEqual(rows);
    const listed = await concordanceOn(installation, 'alertes', '--campagne', campagneId);
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(total);
  });

  it('are all in the file, however many', async () => {
    const { dataSource } = installation;
    const many = `INSERT INTO alerte_formation (execution_id, formation_id, type, cle, acteur, date, detail)
      SELECT execution_id, formation_id, 'UAI_FERMEE', 'essai ' || i, 'rectorat', NULL, 'Alerte ' || i
      FROM (SELECT execution_id, formation_id FROM alerte_formation LIMIT 1) a, generate_series(1, 2100) i`;
    const { total: before } = await list('/api/alertes', { campagneId });
    await dataSource.query(many);
    const answer = await fetch(`${await api.getUrl()}/api/campagnes/${campagneId}/alertes.csv`, {
      headers: { Cookie: client.cookie ?? '' },
    });
    const lines: string[][] = parse(await answer.text(), { delimiter: ';', bom: true });
    const rows = lines.slice(1);
    expect(rows).toHaveLength(before + 2100);
    expect(new Set(rows.map(([type, cle]) => `${type ?? ''} ${cle ?? ''}`)).size).toBe(rows.length);
    await dataSource.query(`DELETE FROM alerte_formation WHERE cle LIKE 'essai %'`);
    expect((await list('/api/alertes', { campagneId })).total).toBe(before);
  });

  it('show an establishment with its mères, its SIRET and what sources dispute', async () => {
    const { data } = await list<{ uai: string }>('/api/etablissements', { q: 'vautier ormelle' });
    expect(data.map(({ uai }) => uai)).toEqual(['0889114D']);
    const fille = (await client.get('/api/etablissements/0889114D')).body as EtablissementDetail;
    expect(fille.meres).toHaveLength(2);
    expect(fille.formations.length).toBe(fille.nbFormations);
    const cfa = (await client.get('/api/etablissements/0389478W')).body as EtablissementDetail;
    expect(cfa.desaccords).toMatchObject([{ sujet: 'declaration' }]);
    expect(cfa.meres).toHaveLength(1);
    const campus = (await client.get('/api/etablissements/0779506P')).body as EtablissementDetail;
    expect(campus.sirets).toHaveLength(2);
    expect(campus.desaccords.map(({ sujet }) => sujet)).toContain('siret');
    expect((await client.get('/api/etablissements/0751234A')).status).toBe(400);
    expect((await client.get('/api/etablissements/0679121A')).status).toBe(404);
  });

  it('filter establishments by their opening and by the campaign that has formations there', async () => {
    const closed = await list<{ ouverture: string }>('/api/etablissements', { ouverture: 'fermee' });
    expect(closed.total).toBe(3);
    const used = await list<{ nbFormations: number }>('/api/etablissements', { campagneId });
    expect(used.data.every(({ nbFormations }) => nbFormations > 0)).toBe(true);
  });

  it('tell what the CPF says of a certification: its months add up to the file', async () => {
    const casCpf = parse<Record<string, string>>(await readFile(join(SAMPLES, 'cas-cpf.csv'), 'utf8'), {
      delimiter: ';',
      columns: true,
    });
    const cpf = async (code: string): Promise<CpfView> =>
      (await client.get(`/api/certifications/${code}/cpf`)).body as CpfView;
    const text = await readFile(join(SAMPLES, 'references/cpf/entree_sortie_formation.csv'), 'utf8');
    const rows = parse<Record<string, string>>(text, { delimiter: ';', columns: true });
    const expected = rows
      .filter((row) => row['code_rncp'] === '37674')
      .reduce((sum, row) => sum + Number(row['entrees_formation']), 0);
    const web = await cpf('CFD:36T32604');
    expect(web).toMatchObject({ dansOffre: true, vivant: true, rncp: ['RNCP37674'] });
    expect(web.mois.reduce((sum, { entrees }) => sum + entrees, 0)).toBe(expected);
    expect(web.mois).toHaveLength(24);
    expect(web.usagers?.age.reduce((sum, { n }) => sum + n, 0)).toBe(web.usagers?.total);
    for (const { code, dans_offre, vivant, pourquoi } of casCpf) {
      const said = (text: string | undefined): boolean => text === 'oui';
      expect([pourquoi, await cpf(code ?? '')]).toEqual([
        pourquoi,
        expect.objectContaining({ dansOffre: said(dans_offre), vivant: said(vivant) }),
      ]);
    }
    expect(await cpf('CFD:32031212')).toMatchObject({ mois: [] });
  });
});
