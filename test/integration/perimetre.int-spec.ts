import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { ApplyPerimetreUseCase } from '../../apps/api/src/perimetre/apply-perimetre.use-case.ts';
import { SqlParameters, verdictsSql } from '../../apps/api/src/perimetre/condition.query.ts';
import { evaluate } from '../../apps/api/src/perimetre/evaluer-regles.ts';
import type { FaitsFormation } from '../../apps/api/src/perimetre/faits.ts';
import { CONDITIONS_INTEGRATION, rankRegles } from '../../apps/api/src/perimetre/regle-perimetre.ts';
import type { RegleAEvaluer } from '../../apps/api/src/perimetre/regle-perimetre.ts';
import { ApiClient } from './api-client.ts';
import { conditionsOn, FAITS_LUS } from './condition-arbitraire.ts';
import { setUpSample, startInstallation, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const edit = {
  nom: 'BTS par la voie scolaire',
  plateforme: 'parcoursup',
  typeDiplome: 'BTS',
  filiere: 'scolaire',
  niveau: null,
  conditionIntegration: 'doit_integrer',
  condition: null,
  nomCondition: null,
  priorite: 10,
};

describe('perimeter rules', () => {
  let installation: Installation;
  let dataSource: DataSource;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let campagneId: string;

  beforeAll(async () => {
    installation = await startInstallation();
    dataSource = installation.dataSource;
    campagneId = await setUpSample(installation, 'parcoursup');
    ({ api, admin } = await signedInAdmin(installation));
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const apply = (): Promise<void> =>
    dataSource.transaction((manager) =>
      installation.app.get(ApplyPerimetreUseCase).execute(manager, campagneId),
    );
  const facts = async (): Promise<
    { id: string; perimetre: string; regle: string | null; faits: FaitsFormation }[]
  > =>
    dataSource.query(
      `SELECT formation_id::text AS id, perimetre, regle_id AS regle, ${FAITS_LUS} AS faits
       FROM formation_axe WHERE campagne_id = $1 ORDER BY formation_id`,
      [campagneId],
    );

  it('agree with their evaluation in memory, whatever the rules', async () => {
    await apply();
    const rows = await facts();
    expect(rows.length).toBeGreaterThan(400);
    const { met, condition } = conditionsOn(rows.map(({ faits }) => faits));
    const integration = fc.constantFrom(...CONDITIONS_INTEGRATION);
    const regle: fc.Arbitrary<RegleAEvaluer> = fc.record({
      id: fc.uuid(),
      plateforme: fc.constantFrom(null, null, 'parcoursup', 'affelnet'),
      typeDiplome: fc.option(met('typeDiplome')),
      filiere: fc.constantFrom(null, 'scolaire', 'apprentissage'),
      niveau: fc.constantFrom(null, null, 4, 5, 6),
      conditionIntegration: integration,
      condition: fc.option(condition),
      priorite: fc.integer({ min: 0, max: 2 }),
      derogations: fc.dictionary(fc.constantFrom('10', '12', '17'), integration),
    });
    let touched = 0;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(regle, { maxLength: 6, selector: ({ id }) => id }), async (regles) => {
        const ranked = rankRegles(regles);
        const parameters = new SqlParameters([campagneId]);
        const sql: { id: string; perimetre: string; regle: string | null }[] = await dataSource.query(
          `SELECT formation_id::text AS id, perimetre, regle_id AS regle
           FROM (${verdictsSql(ranked, 'x.campagne_id = $1', parameters)}) v ORDER BY formation_id`,
          parameters.values,
        );
        const memory = rows.map(({ id, faits }) => {
          const { perimetre, regleId } = evaluate(ranked, faits);
          return { id, perimetre, regle: regleId };
        });
        touched += memory.filter((each) => each.regle !== null).length;
        expect(sql.map(({ id, perimetre, regle: rule }) => ({ id, perimetre, regle: rule }))).toEqual(memory);
      }),
      { numRuns: 150 },
    );
    expect(touched).toBeGreaterThan(1_000);
  });

  it('are created, counted while edited, and applied', async () => {
    const counted = await admin.post('/api/regles-perimetre/compte', { regle: edit });
    expect(counted.body.data).toMatchObject([
      { campagneId, total: (await facts()).length, decidees: counted.body.data[0].formations },
    ]);
    const [{ formations, places, entrent }] = counted.body.data;
    expect(formations).toBeGreaterThan(100);
    expect(places).toBeGreaterThan(1_000);
    expect(entrent).toBe(formations);
    const created = await admin.post('/api/regles-perimetre', edit);
    expect(created).toMatchObject({ status: 201, body: { ...edit, version: 1, derogations: {} } });
    await apply();
    const rows = await facts();
    expect(rows.filter(({ perimetre }) => perimetre === 'dans')).toHaveLength(formations);
    const narrowed = await admin.post('/api/regles-perimetre/compte', {
      id: created.body.id,
      regle: {
        ...edit,
        condition: { type: 'test', champ: 'libelle', operateur: 'contient', valeur: 'services' },
      },
    });
    const [now] = narrowed.body.data;
    expect(now.formations).toBeLessThan(formations);
    expect(now).toMatchObject({ entrent: 0, sortent: formations - now.formations });
  });

  it('keep who changed what, before and after, and refuse the second of two edits', async () => {
    const { body: regle } = await admin.post('/api/regles-perimetre', {
      ...edit,
      nom: 'Licences',
      typeDiplome: 'Licence',
    });
    const path = `/api/regles-perimetre/${regle.id as string}`;
    expect(await admin.put(path, { ...edit, nom: 'Licences 2026', version: 1 })).toMatchObject({
      status: 200,
    });
    expect(await admin.put(path, { ...edit, nom: 'Trop tard', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'REGLE_MODIFIEE' },
    });
    const departed = await admin.put(`${path}/academies/10`, {
      version: 2,
      conditionIntegration: 'ne_doit_pas_integrer',
    });
    expect(departed.body).toMatchObject({ version: 3, derogations: { '10': 'ne_doit_pas_integrer' } });
    expect(await admin.delete(`${path}/academies/10?version=3`)).toMatchObject({
      status: 200,
      body: { derogations: {} },
    });
    expect(await admin.post(`${path}/suppression`, { version: 4 })).toMatchObject({ status: 200 });
    expect(await admin.put(path, { ...edit, version: 5 })).toMatchObject({
      status: 422,
      body: { code: 'REGLE_SUPPRIMEE' },
    });
    const listed = await admin.get('/api/regles-perimetre');
    expect(listed.body.data.map(({ id }: { id: string }) => id)).not.toContain(regle.id);
    expect(await admin.post(`${path}/restauration`, { version: 5 })).toMatchObject({
      body: { supprimeeLe: null },
    });
    const { body: history } = await admin.get(`${path}/historique`);
    expect(history.data.map(({ acte }: { acte: string }) => acte)).toEqual([
      'restauration',
      'suppression',
      'retrait_derogation',
      'derogation',
      'modification',
      'creation',
    ]);
    expect(history.data[4]).toMatchObject({
      avant: { nom: 'Licences' },
      apres: { nom: 'Licences 2026' },
      auteur: expect.any(String),
    });
    await expect(dataSource.query(`UPDATE regle_perimetre_historique SET auteur_nom = 'x'`)).rejects.toThrow(
      'ne se modifie pas',
    );
  });

  it('are written by an administrator; an académie departs for itself only', async () => {
    const { body: regle } = await admin.post('/api/regles-perimetre', { ...edit, nom: 'CAP' });
    const made = await admin.post('/api/comptes', {
      identifiant: 'lyon@exemple.fr',
      nom: 'Lyon',
      role: 'instructeur',
      academies: ['Lyon'],
    });
    const lyon = new ApiClient(await api.getUrl());
    await lyon.signInFirst('lyon@exemple.fr', made.body.motDePasseProvisoire as string);
    const path = `/api/regles-perimetre/${regle.id as string}`;
    expect(await lyon.post('/api/regles-perimetre', edit)).toMatchObject({ status: 403 });
    expect(await lyon.put(path, { ...edit, version: 1 })).toMatchObject({ status: 403 });
    const said = { version: 1, conditionIntegration: 'peut_integrer' };
    expect(await lyon.put(`${path}/academies/24`, said)).toMatchObject({
      status: 403,
      body: { code: 'DEROGATION_RESERVEE' },
    });
    expect(await lyon.put(`${path}/academies/10`, said)).toMatchObject({ status: 200 });
  });

  it.each([
    [{ condition: { type: 'test', champ: 'id; DROP TABLE formation', operateur: 'egal', valeur: '1' } }],
    [{ niveau: 12 }],
    [{ typeDiplome: '' }],
    [{ plateforme: 'autre' }],
  ])('refuse %j', async (change) => {
    expect(await admin.post('/api/regles-perimetre', { ...edit, ...change })).toMatchObject({
      status: 400,
      body: { code: 'DONNEES_INVALIDES' },
    });
  });

  it('are exported for spreadsheets, a line a departure', async () => {
    await admin.post('/api/regles-perimetre', {
      ...edit,
      nom: '=cmd()',
      condition: {
        type: 'ou',
        conditions: [
          { type: 'test', champ: 'voeux', operateur: 'superieur', valeur: 10 },
          { type: 'test', champ: 'commune', operateur: 'parmi', valeur: ['Lyon', 'Nice'] },
        ],
      },
    });
    const response = await fetch(`${await api.getUrl()}/api/regles-perimetre/export`, {
      headers: { Cookie: admin.cookie ?? '' },
    });
    expect(response.headers.get('content-type')).toContain('text/csv');
    const lines: Record<string, string>[] = parse(Buffer.from(await response.arrayBuffer()), {
      delimiter: ';',
      bom: true,
      columns: true,
    });
    expect(lines.find(({ nom }) => nom === "'=cmd()")).toMatchObject({
      academie: 'nationale',
      condition_integration: 'doit intégrer',
      condition_complementaire: '(voeux > 10 ou commune parmi « Lyon », « Nice »)',
    });
    expect(lines.filter(({ nom }) => nom === 'CAP').map(({ academie }) => academie)).toEqual([
      'nationale',
      'Lyon',
    ]);
  });

  it('offer the types met in the campaigns', async () => {
    const { body } = await admin.get('/api/regles-perimetre/valeurs');
    const [most] = await dataSource.query(
      `SELECT type_diplome AS valeur, count(*)::int AS n FROM formation_axe GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    expect(body.types[0]).toEqual(most);
    expect(body.familles.map(({ valeur }: { valeur: string }) => valeur)).toContain('licence');
    expect(body.academies).toContainEqual({ code: '10', nom: 'Lyon' });
  });
});
