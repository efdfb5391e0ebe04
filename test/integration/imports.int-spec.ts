import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportFileUseCase } from '../../apps/api/src/imports/import-file.use-case.ts';
import type { LandedSnapshot } from '../../apps/api/src/imports/instantane.repository.ts';
import { DomainError } from '../../apps/api/src/common/domain-errors.ts';
import { SourceError, type TableId } from '#sources';
import { brokenCorpus } from '../contract/sources/broken-corpus.ts';
import { zipOf } from '../contract/sources/zip-of.ts';
import { SAMPLES, startInstallation, type Installation } from './installation.ts';

const CATALOGUE = join(SAMPLES, 'catalogues', 'generique.csv');

describe('importing a file', () => {
  let installation: Installation;
  let files: string;

  beforeAll(async () => {
    installation = await startInstallation();
    files = join(installation.folder, 'fichiers');
    await mkdir(files);
  });

  afterAll(async () => {
    await installation.close();
  });

  const importAs = (chemin: string, table: TableId): Promise<LandedSnapshot> =>
    installation.app.get(ImportFileUseCase).execute({ chemin, attendus: [table], importePar: 'essai' });

  /** Everything an import may write. */
  async function content(): Promise<unknown> {
    const rows: unknown[] = await installation.dataSource.query(
      `SELECT (SELECT count(*) FROM instantane) AS instantanes, (SELECT count(*) FROM instantane_ligne) AS lignes,
         (SELECT count(*) FROM ligne_refusee) AS refusees`,
    );
    return rows[0];
  }

  async function broken(name: string, bytes: Buffer | string): Promise<string> {
    const file = join(files, name);
    await writeFile(file, bytes);
    return file;
  }

  it.each<[string, () => Promise<Buffer | string>, TableId, RegExp]>([
    [
      'sans-colonne.csv',
      async () => (await readFile(CATALOGUE, 'utf8')).replace('libelle_formation', 'autre_chose'),
      'generique',
      /sans-colonne\.csv.*libelle_formation/s,
    ],
    [
      'binaire.csv',
      () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])),
      'generique',
      /binaire\.csv/,
    ],
    ['vide.csv', () => Promise.resolve(''), 'generique', /vide\.csv.*vide/s],
    [
      'coupe.csv.gz',
      async () => {
        const whole = gzipSync(await readFile(join(SAMPLES, 'references', 'bcn-2026', 'n_mef.csv')));
        return whole.subarray(0, Math.floor(whole.length / 2));
      },
      'n_mef',
      /coupe\.csv\.gz/,
    ],
  ])(
    'refuses %s with one French sentence, and leaves the database as it was',
    async (name, bytes, table, said) => {
      const file = await broken(name, await bytes());
      const before = await content();
      await expect(importAs(file, table)).rejects.toThrow(said);
      expect(await content()).toEqual(before);
    },
  );

  it('keeps a row with a wrong UAI out, with its line, its column and the reason', async () => {
    const text = await readFile(CATALOGUE, 'utf8');
    const [header = '', first = '', ...others] = text.split(/\r?\n/);
    const uai = /\b\d{7}[A-Z]\b/.exec(first)?.[0] ?? '';
    const wrong = `${uai.slice(0, 7)}${uai.endsWith('A') ? 'B' : 'A'}`;
    const file = await broken('uai.csv', [header, first.replace(uai, wrong), ...others].join('\n'));
    const landed = await importAs(file, 'generique');
    expect(landed).toMatchObject({ refusees: 1, dejaImporte: false });
    const rows: unknown = await installation.dataSource.query(
      `SELECT ligne, colonne, motif, message FROM ligne_refusee WHERE instantane_id = $1`,
      [landed.instantaneId],
    );
    expect(rows).toEqual([
      { ligne: 2, colonne: 'uai', motif: 'UAI_INVALIDE', message: expect.stringContaining(wrong) as unknown },
    ]);
  });

  it('lands the same content once, whatever the file is called', async () => {
    const first = await importAs(CATALOGUE, 'generique');
    const copy = join(files, 'copie.csv');
    await copyFile(CATALOGUE, copy);
    const second = await importAs(copy, 'generique');
    expect(second).toEqual({ ...first, dejaImporte: true });
  });

  it('lands once what two imports bring at the same time', async () => {
    const file = join(SAMPLES, 'references', 'bcn-2026', 'n_mef.csv');
    const [one, two] = await Promise.all([importAs(file, 'n_mef'), importAs(file, 'n_mef')]);
    expect(two.instantaneId).toBe(one.instantaneId);
  });

  it('refuses a file that is another table than the one asked for', async () => {
    await expect(
      importAs(join(SAMPLES, 'references', 'bcn-2026', 'n_mef.csv'), 'n_formation_diplome'),
    ).rejects.toThrow(/n_mef/i);
  });

  describe('an archive of several tables', () => {
    const bcn = (table: string): Promise<string> =>
      readFile(join(SAMPLES, 'references', 'bcn-2026', `${table}.csv`), 'latin1');
    const importAll = (chemin: string, attendus?: TableId[]): Promise<LandedSnapshot[]> =>
      installation.app
        .get(ImportFileUseCase)
        .executeAll({ chemin, importePar: 'essai', ...(attendus === undefined ? {} : { attendus }) });
    const zipped = async (name: string, members: Record<string, string>): Promise<string> =>
      broken(
        name,
        zipOf(
          Object.fromEntries(
            Object.entries(members).map(([member, text]) => [member, Buffer.from(text, 'latin1')]),
          ),
        ),
      );

    it('is one snapshot a table, each named after its file, and once only', async () => {
      const file = await zipped('bcn.zip', {
        'lisez-moi.txt': 'bonjour',
        'n_mef.csv': await bcn('n_mef'),
        'n_niveau_formation_diplome.csv': await bcn('n_niveau_formation_diplome'),
      });
      const landed = await importAll(file);
      expect(landed.map(({ table }) => table)).toEqual(['n_mef', 'n_niveau_formation_diplome']);
      const names: { nom: string }[] = await installation.dataSource.query(
        `SELECT nom FROM instantane WHERE id = ANY($1) ORDER BY nom`,
        [landed.map(({ instantaneId }) => instantaneId)],
      );
      expect(names.map(({ nom }) => nom)).toEqual([
        'bcn.zip (n_mef.csv)',
        'bcn.zip (n_niveau_formation_diplome.csv)',
      ]);
      const again = await importAll(file, ['n_mef', 'n_niveau_formation_diplome', 'n_formation_diplome']);
      expect(again).toEqual(landed.map((one) => ({ ...one, dejaImporte: true })));
    });

    it('lands all of it or nothing', async () => {
      const [header = ''] = (await bcn('n_niveau_formation_diplome')).split('\n');
      const file = await zipped('moitie.zip', {
        'n_mef.csv': `${await bcn('n_mef')}\n`,
        'n_niveau_formation_diplome.csv': `${header}\n;;;\n`,
      });
      const before = await content();
      await expect(importAll(file)).rejects.toThrow(/aucune ligne acceptable/);
      expect(await content()).toEqual(before);
    });

    it('is refused when it holds a table twice, or none that is expected', async () => {
      const mef = await bcn('n_mef');
      const file = await zipped('double.zip', { 'a.csv': mef, 'b.csv': `${mef}\n` });
      await expect(importAll(file)).rejects.toThrow(/plusieurs fois la table n_mef .*a\.csv.*b\.csv/);
      const single = await zipped('un.zip', { 'a.csv': mef });
      await expect(importAll(single, ['certif_info', 'onisep_passage'])).rejects.toThrow(
        /est la table n_mef/,
      );
    });
  });

  it('lands two hundred broken files whole or not at all', async () => {
    const ended = { importes: 0, refuses: 0 };
    for (const file of brokenCorpus(200)) {
      const chemin = join(files, file.nom);
      await file.write(chemin);
      try {
        await installation.app.get(ImportFileUseCase).executeAll({ chemin, importePar: 'essai' });
        ended.importes += 1;
      } catch (error) {
        expect(error instanceof SourceError || error instanceof DomainError).toBe(true);
        ended.refuses += 1;
      }
      await rm(chemin);
    }
    expect(ended.importes).toBeGreaterThan(0);
    expect(ended.refuses).toBeGreaterThan(0);
    const half: unknown[] = await installation.dataSource.query(
      `SELECT nom FROM instantane i
       WHERE acceptees <> (SELECT count(*) FROM instantane_ligne WHERE instantane_id = i.id)
         OR refusees <> (SELECT count(*) FROM ligne_refusee WHERE instantane_id = i.id)`,
    );
    expect(half).toEqual([]);
  }, 180_000);

  it('never changes the lines of a snapshot', async () => {
    await importAs(CATALOGUE, 'generique');
    for (const sql of [
      `UPDATE instantane_ligne SET contenu = '{}'`,
      `DELETE FROM instantane_ligne`,
      `DELETE FROM ligne_refusee`,
      `TRUNCATE ligne_refusee`,
    ]) {
      await expect(installation.dataSource.query(sql)).rejects.toThrow('ne se modifie pas');
    }
  });
});
