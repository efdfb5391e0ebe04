import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { SourceFormatError } from '../../../libs/sources/index.ts';
import { readAll } from './reading.ts';
import { temporaryFiles } from './temporary-files.ts';
import { zipOf } from './zip-of.ts';

const HEADER = 'id;libelle_formation;uai\n';
const lines = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `F${String(index)};BTS essais n°${String(index)} été;0010006B\n`,
  ).join('');
const CSV = HEADER + lines(20);

describe('archives', () => {
  const files = temporaryFiles();

  it('gzip is told by its bytes, whatever the name says', async () => {
    const path = await files.write('catalogue.csv', gzipSync(CSV));
    const reading = await readAll(path);
    expect([reading.table, reading.rows.length, reading.rejets]).toEqual(['generique', 20, []]);
  });

  it('a plain file may be called .gz', async () => {
    expect((await readAll(await files.write('catalogue.gz', CSV))).rows).toHaveLength(20);
  });

  it('a zip of one CSV is read, what a Mac adds to it passed over', async () => {
    const path = await files.write('un.zip', zipOf({ '__MACOSX/._c.csv': 'x', 'dossier/c.csv': CSV }));
    const reading = await readAll(path);
    expect([reading.rows.length, reading.nom]).toEqual([20, 'un.zip (dossier/c.csv)']);
  });

  it('in a zip of several files the only table is chosen', async () => {
    const path = await files.write(
      'trois.zip',
      zipOf({ 'lisez-moi.txt': 'bonjour', 'i.png': '\x89PNG\0', 'c.csv': CSV }),
    );
    expect((await readAll(path)).rows).toHaveLength(20);
  });

  it('a zip of two tables is refused, unless one is expected', async () => {
    const mef =
      'MEF;DISPOSITIF_FORMATION;FORMATION_DIPLOME;DUREE_DISPOSITIF;ANNEE_DISPOSITIF;LIBELLE_LONG;DATE_OUVERTURE;DATE_FERMETURE;MEF_STAT_11\n' +
      '2479990131;247;40099901;3;1;ESSAIS;01/09/2015;;23810099901\n';
    const path = await files.write('deux.zip', zipOf({ 'c.csv': CSV, 'm.csv': mef }));
    await expect(readAll(path)).rejects.toThrow(/deux\.zip : l'archive contient plusieurs tables/);
    expect((await readAll(path, { attendu: 'n_mef' })).rows).toHaveLength(1);
  });

  it('a cut gzip is refused with its last whole line, before any row is given', async () => {
    const whole = gzipSync(HEADER + lines(5000));
    const path = await files.write('coupe.csv.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    const error: unknown = await readAll(path).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SourceFormatError);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^coupe\.csv\.gz : l'archive est coupée ou abîmée après la ligne \d+/,
      ) as unknown,
    });
    const { ligne } = (error as SourceFormatError).details;
    expect(ligne).toBeGreaterThan(100);
    expect(ligne).toBeLessThan(5001);
  });

  it('a gzip whose data were changed is refused', async () => {
    const bytes = gzipSync(HEADER + lines(500));
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    await expect(readAll(await files.write('abime.gz', bytes))).rejects.toThrow(SourceFormatError);
  });

  it('a cut zip is refused with the lines that it still gives', async () => {
    const whole = zipOf({ 'c.csv': HEADER + lines(5000) });
    const path = await files.write('coupe.zip', whole.subarray(0, Math.floor(whole.length / 2)));
    await expect(readAll(path)).rejects.toThrow(/coupe\.zip : .* coupée ou abîmée après la ligne [1-9]\d*/);
  });

  it('a zip whose member does not check is refused', async () => {
    const bytes = zipOf({ 'c.csv': CSV });
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes[directory + 16] = (bytes[directory + 16] ?? 0) ^ 0xff;
    await expect(readAll(await files.write('somme.zip', bytes))).rejects.toThrow(/coupée ou abîmée/);
  });

  it('a bomb is refused by its size', async () => {
    const path = await files.write('bombe.gz', gzipSync(HEADER + lines(5000)));
    const limites = { octetsDecompresses: 50_000 };
    await expect(readAll(path, { limites })).rejects.toThrow(/bombe\.gz : archive refusée, .* taille admise/);
    const zipped = await files.write('bombe.zip', zipOf({ 'c.csv': HEADER + lines(5000) }));
    await expect(readAll(zipped, { limites })).rejects.toThrow(/bombe\.zip : archive refusée/);
  });

  it('a bomb is refused by its ratio before it is unpacked', async () => {
    const path = await files.write(
      'zeros.csv.gz',
      gzipSync(`${HEADER}${';;\n'.repeat(20_000_000)}`, { level: 1 }),
    );
    await expect(readAll(path)).rejects.toThrow(/taux de compression admis/);
  });

  it('a workbook is named as one', async () => {
    const path = await files.write(
      'classeur.csv',
      zipOf({ '[Content_Types].xml': '<x/>', 'xl/sheet1.xml': '<x/>' }),
    );
    await expect(readAll(path)).rejects.toThrow(/classeur\.csv, ligne 1, colonne 1 : .*classeur.*CSV/);
  });

  it('an empty zip is refused', async () => {
    await expect(readAll(await files.write('vide.zip', zipOf({})))).rejects.toThrow(/aucun fichier/);
  });
});
