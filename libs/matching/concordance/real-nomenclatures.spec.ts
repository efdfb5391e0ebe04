import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loadReference } from '../../../test/reference-loader.ts';
import { describeWithSharedData } from '../../../test/shared-data.ts';
import type { ReferenceData } from '../reference-data.ts';
import { buildConcordance } from './build-concordance.ts';
import type { Concordance } from './concordance.ts';

type Cells = Readonly<Record<string, string>>;

const NO_CODES = {
  cfd: null,
  mef: null,
  mefstat11: null,
  sise: null,
  rncp: [],
  ideo: [],
  cleMe: null,
} as const;

describeWithSharedData('the concordance graph on the real nomenclatures', (root) => {
  let of2020: Concordance;
  let reference2025: ReferenceData;
  let of2025: Concordance;
  let only2025: Concordance;
  const folder = (name: string): string => join(root, 'reference', name);
  const gold = (set: string): Cells[] =>
    parse<Cells>(readFileSync(join(root, 'gold', `${set}.csv`)), { columns: true });

  beforeAll(async () => {
    of2020 = buildConcordance(await loadReference([folder('bcn-2020')]));
    reference2025 = await loadReference(
      ['bcn-2025', 'certif-info-2025', 'onisep-2024/table_passage_from_certif_info.csv'].map(folder),
    );
    only2025 = buildConcordance(reference2025);
    const bcn2024 = await loadReference([folder('bcn-2024')]);
    of2025 = buildConcordance({
      ...reference2025,
      n_formation_diplome: [...bcn2024.n_formation_diplome, ...reference2025.n_formation_diplome],
      enquete_51: bcn2024.enquete_51,
    });
  }, 120_000);

  it('has every certification of the labelled sets of 2020', () => {
    for (const set of ['parcoursup_apprentissage_2020', 'affelnet_2020', 'rco_2020']) {
      const missing = gold(set).filter(({ true_cfd: cfd }) => cfd !== '' && !of2020.get(`CFD:${cfd ?? ''}`));
      expect(missing).toEqual([]);
    }
  });

  it('resolves every MEF that Parcoursup and Affelnet gave in 2020 to the right certification', () => {
    const given = (set: string, pattern: RegExp): Cells[] =>
      gold(set).flatMap((row) => {
        const mef = pattern.exec(row['note'] ?? '')?.[1];
        return mef === undefined || mef === 'AFFECTATION' || row['true_cfd'] === '' ? [] : [{ ...row, mef }];
      });
    const parcoursup = given('parcoursup_apprentissage_2020', /mef10=([0-9A-Z]+)/);
    const affelnet = given('affelnet_2020', /code_ban=([0-9A-Z]+)/);
    expect([parcoursup.length, affelnet.length]).toEqual([1820, 2428]);
    for (const [rows, voie] of [
      [parcoursup, 'apprentissage'],
      [affelnet, 'scolaire'],
    ] as const) {
      for (const row of rows) {
        const [resolution] = of2020.resolve({
          codes: { ...NO_CODES, mef: row['mef'] ?? '' },
          voie,
          rentree: '2020-09-01',
        });
        expect(resolution?.certifications).toEqual([`CFD:${row['true_cfd'] ?? ''}`]);
        expect(resolution?.validite).toBe('Valide');
      }
    }
  });

  it('finds the certifications of 2024 that only the tables of 2024 have, when both vintages are given', () => {
    const rows = gold('parcoursup_bts_2024').filter(({ true_cfd: cfd }) => cfd !== '');
    const gone = rows.filter(({ true_cfd: cfd }) => !only2025.get(`CFD:${cfd ?? ''}`));
    expect(gone.length).toBeGreaterThan(0);
    for (const { true_cfd: cfd } of gone) {
      const code = `CFD:${cfd ?? ''}` as const;
      expect(of2025.get(code)?.presence).toBe('ancienne');
      expect(of2025.ouverteALaRentree(code, '2024-09-01')).toBe(true);
      expect(of2025.ouverteALaRentree(code, '2025-09-01')).toBe(false);
    }
  });

  it('keeps the 37 deleted certificats de spécialisation and knows each under its new number', () => {
    const deleted = of2025.certifications.filter(
      ({ presence, niveau }) => presence === 'ancienne' && /^[45]61$/.test(niveau ?? ''),
    );
    expect(deleted).toHaveLength(37);
    expect(deleted.filter(({ renumerotations }) => renumerotations.length === 1)).toHaveLength(37);
  });

  it('does not let a reused number answer to the name of the diploma it used to be', () => {
    const labels =
      of2025
        .get('CFD:46122703')
        ?.libelles.map(({ texte }) => texte)
        .join(' ') ?? '';
    expect(labels).toContain("SERVICES A L'ENERGIE");
    expect(labels).not.toContain('THERMIQUE');
  });

  it('closes at their rentrée few of the labelled certifications', () => {
    const closed = (set: string, rentree: string, concordance: Concordance): number =>
      gold(set).filter(({ true_cfd: cfd }) => {
        return cfd !== '' && concordance.situationALaRentree(`CFD:${cfd ?? ''}`, rentree) === 'fermee';
      }).length;
    expect({
      parcoursup2020: closed('parcoursup_apprentissage_2020', '2020-09-01', of2020),
      affelnet2020: closed('affelnet_2020', '2020-09-01', of2020),
      rco2020: closed('rco_2020', '2020-09-01', of2020),
      bts2021: closed('parcoursup_bts_2021', '2021-09-01', of2025),
      bts2022: closed('parcoursup_bts_2022', '2022-09-01', of2025),
      bts2023: closed('parcoursup_bts_2023', '2023-09-01', of2025),
      bts2024: closed('parcoursup_bts_2024', '2024-09-01', of2025),
    }).toEqual({
      parcoursup2020: 0,
      affelnet2020: 6,
      rco2020: 72,
      bts2021: 0,
      bts2022: 0,
      bts2023: 0,
      bts2024: 0,
    });
  });

  it('leads every MEFSTAT11 to one certification, but the one that N_MEF gives to two', () => {
    const codes = new Set(
      reference2025.n_mef.flatMap(({ rows }) => rows.flatMap(({ mefstat11 }) => mefstat11 ?? [])),
    );
    const reached = [...codes].map((code) => only2025.byMefstat11(code).length);
    expect(codes.size).toBe(10_066);
    expect(reached.filter((count) => count > 1)).toHaveLength(1);
    expect(only2025.byMefstat11('32710013401')).toEqual(['CFD:24113401', 'CFD:32113401']);
    expect(reached.filter((count) => count === 0)).toHaveLength(0);
  });

  it('knows the common first years', () => {
    expect(of2025.get('CFD:32033608')?.specialitesDuTroncCommun).toEqual([
      '32033609',
      '32033610',
      '32033611',
    ]);
    expect(of2025.get('CFD:40030003')?.specialitesDuTroncCommun).toContain('40031114');
    const entries = of2025.certifications.filter(({ specialitesDuTroncCommun: codes }) => codes.length > 0);
    expect(entries).toHaveLength(30);
  });

  it('is built in less than a second of processor time', () => {
    // Processor time, and the best of three: the machine of the tests does other things at the same time.
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      buildConcordance(reference2025);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
