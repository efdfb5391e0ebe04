import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { FormationQuery, type FormationView } from '../../apps/api/src/appariements/formation.query.ts';
import { holds } from '../../apps/api/src/perimetre/evaluer-regles.ts';
import type { FaitsFormation } from '../../apps/api/src/perimetre/faits.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { conditionsOn, FAITS_LUS } from './condition-arbitraire.ts';
import { launch, setUpSample, startInstallation, waitForEnd, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const test = (champ: string, operateur: string, valeur: unknown = null): object => ({
  type: 'test',
  champ,
  operateur,
  valeur,
});
const et = (...conditions: object[]): object => ({ type: 'et', conditions });
const ou = (...conditions: object[]): object => ({ type: 'ou', conditions });

const PAGE = { perPage: 1000, offset: 0, sort: 'rang', order: 'ASC' } as const;

describe('the AND/OR query on formations', () => {
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let campagneId: string;
  let all: readonly FormationView[];

  beforeAll(async () => {
    installation = await startInstallation();
    campagneId = await setUpSample(installation, 'parcoursup');
    ({ api, admin } = await signedInAdmin(installation));
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const ask = (filter: object, path = '/api/formations'): Promise<ApiAnswer> =>
    admin.get(`${path}?perPage=1000&filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const found = async (condition: object): Promise<FormationView[]> => {
    const { status, body } = await ask({ campagneId, condition });
    expect([status, body.total]).toEqual([200, body.data?.length]);
    return body.data as FormationView[];
  };

  it('reads the catalogue before any run', async () => {
    const bts = await found(test('famille', 'egal', 'BTS'));
    expect(bts.length).toBeGreaterThan(20);
    // What has no line among the figures or the answers is what is asked for.
    for (const champ of ['statut', 'couverture']) {
      expect((await found(test(champ, 'vide'))).length).toBeGreaterThan(bts.length);
    }
  });

  it('reads every campaign where none is named, the newest too, and nothing of one that is not', async () => {
    const condition = test('plateforme', 'egal', 'affelnet');
    expect((await ask({ condition })).body.total).toBe(0);
    const other = await setUpSample(installation, 'affelnet');
    const { body } = await ask({ condition });
    expect(body.total).toBeGreaterThan(0);
    expect(body.total).toBe((await ask({ campagneId: other })).body.total);
    expect((await ask({ condition, campagneId: randomUUID() })).body.total).toBe(0);
  });

  it('keeps what its evaluation in memory keeps, whatever the facts asked about', async () => {
    const rows: { id: string; faits: FaitsFormation }[] = await installation.dataSource.query(
      `SELECT formation_id::text AS id, ${FAITS_LUS} AS faits
       FROM formation_axe WHERE campagne_id = $1`,
      [campagneId],
    );
    expect(rows.length).toBeGreaterThan(400);
    const query = installation.app.get(FormationQuery);
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(conditionsOn(rows.map(({ faits }) => faits)).condition, async (condition) => {
        const { data, total } = await query.list(PAGE, { campagneId, condition });
        const memory = rows.filter(({ faits }) => holds(condition, faits)).map(({ id }) => id);
        kept += total;
        expect(data.map(({ id }) => id).sort()).toEqual(memory.sort());
      }),
      { numRuns: 80 },
    );
    expect(kept).toBeGreaterThan(1_000);
  });

  describe('after a run', () => {
    beforeAll(async () => {
      await installation.startWorker();
      await waitForEnd(installation, await launch(installation, campagneId));
      all = (await ask({ campagneId })).body.data as FormationView[];
    });

    it.each<[string, object, (row: FormationView) => boolean]>([
      [
        'a score and an outcome',
        et(test('statut', 'egal', 'a_verifier'), test('confiance', 'superieur', 0.5)),
        ({ statut, confiance }) => statut === 'a_verifier' && (confiance ?? 0) > 0.5,
      ],
      [
        'one reason or another',
        ou(test('motifs', 'contient', 'AMBIGU'), test('motifs', 'contient', 'CODE_PERIME')),
        ({ motifs }) => motifs.includes('AMBIGU') || motifs.includes('CODE_PERIME'),
      ],
      [
        'a certification by the beginning of its code, of one place or the other',
        et(
          test('certification', 'commence_par', 'cfd:320'),
          ou(test('academie', 'egal', '10'), test('commune', 'contient', 'PARIS')),
        ),
        ({ codeCertification, academie, commune }) =>
          codeCertification?.startsWith('CFD:320') === true &&
          (academie === 'Lyon' || commune?.toLowerCase().includes('paris') === true),
      ],
      [
        'no certification, in few places',
        et(test('certification', 'vide'), test('capacite', 'inferieur', 30)),
        ({ codeCertification, capacite }) => codeCertification === null && (capacite ?? 99) < 30,
      ],
      [
        'what is decided by no one',
        et(test('decision', 'different', 'auto'), test('decision', 'different', 'humaine')),
        ({ decision }) => decision === null,
      ],
    ])('finds %s', async (_, condition, holdsFor) => {
      const expected = all.filter(holdsFor).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(all.length);
      expect((await found(condition)).map(({ id }) => id)).toEqual(expected);
    });

    it('narrows what the other filters keep', async () => {
      const condition = test('capacite', 'superieur_ou_egal', 24);
      const { body } = await ask({ campagneId, statut: 'apparie', condition });
      expect(body.total).toBe(
        all.filter(({ statut, capacite }) => statut === 'apparie' && (capacite ?? 0) >= 24).length,
      );
    });

    it('gives the same rows as a file', async () => {
      const condition = ou(test('uai', 'commence_par', '069'), test('motifs', 'vide'));
      const filter = encodeURIComponent(JSON.stringify({ campagneId, condition }));
      const response = await fetch(`${await api.getUrl()}/api/formations/export?filter=${filter}`, {
        headers: { Cookie: admin.cookie ?? '' },
      });
      const lines: Record<string, string>[] = parse(Buffer.from(await response.arrayBuffer()), {
        delimiter: ';',
        bom: true,
        columns: true,
      });
      const rows = await found(condition);
      expect(rows.length).toBeGreaterThan(0);
      expect(lines.map((line) => line['Identifiant'])).toEqual(rows.map(({ identifiant }) => identifiant));
    });

    it('is kept under a name', async () => {
      const filtre = { campagneId, condition: et(test('uai', 'vide'), ou(test('niveau', 'egal', 5))) };
      const saved = await admin.post('/api/requetes', { ecran: 'formations', nom: 'Sans UAI', filtre });
      expect(saved).toMatchObject({ status: 201, body: { filtre } });
      expect((await ask(saved.body.filtre as object)).status).toBe(200);
    });
  });

  it.each([
    ['an unknown field', test('recherche', 'egal', 'x')],
    ['a comparison that the field has not', test('confiance', 'contient', '5')],
    ['a group of nothing', et()],
    ['SQL for a field', test("statut' OR 1=1 --", 'vide')],
  ])('refuses %s', async (_, condition) => {
    expect(await ask({ condition })).toMatchObject({ status: 400 });
  });

  it('takes a text for a text, whatever is in it', async () => {
    expect(await found(test('libelle', 'contient', "'; DROP TABLE formation; --"))).toEqual([]);
    expect(await found(test('libelle', 'contient', '%_'))).toEqual([]);
  });
});
