import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  isForeignFile,
  SourceFileError,
  SourceFormatError,
  UnknownTableError,
} from '../../../libs/sources/index.ts';
import { readAll } from './reading.ts';
import { temporaryFiles } from './temporary-files.ts';

const PARCOURSUP = 'UAI_GES;UAI_COMPOSANTE;UAI_AFF;LIBFORMATION;LIBSPÉCIALITÉ;CODEMEF\n';

describe('files that are refused', () => {
  const files = temporaryFiles();

  it('a missing column is named with the file and the line, whether or not the platform is given', async () => {
    const path = await files.write('sans-libelle.csv', PARCOURSUP.replace(';LIBFORMATION', ''));
    const expected = {
      constructor: SourceFormatError,
      message: expect.stringMatching(
        /^sans-libelle\.csv, ligne 1, colonne absente : LIBFORMATION\./,
      ) as unknown,
      details: { source: 'parcoursup', fichier: 'sans-libelle.csv', ligne: 1, colonne: 'LIBFORMATION' },
    };
    await expect(readAll(path)).rejects.toMatchObject(expected);
    await expect(readAll(path, { plateforme: 'parcoursup' })).rejects.toMatchObject(expected);
  });

  it('several missing columns are all named', async () => {
    const path = await files.write('generique.csv', 'formation,code\nBTS,1\n');
    await expect(readAll(path, { plateforme: 'generique' })).rejects.toThrow(
      /ligne 1, colonnes absentes : id, libelle_formation\./,
    );
  });

  it('another table than the expected one is named', async () => {
    const path = await files.write('autre.csv', 'id,libelle_formation\n1,BTS\n');
    await expect(readAll(path, { attendu: 'affelnet' })).rejects.toThrow(
      /autre\.csv, ligne 1 : le fichier est « Catalogue générique » alors que « Affelnet/,
    );
  });

  it.each([
    ['vide.csv', ''],
    ['blancs.csv', '\n  \n\r\n'],
    ['bom.csv', '\ufeff'],
  ])('an empty file is called empty: %s', async (name, content) => {
    const path = await files.write(name, content);
    await expect(readAll(path)).rejects.toThrow(
      new RegExp(`^${name}, ligne 1, colonne 1 : le fichier est vide`),
    );
  });

  it('a header alone is a table without rows', async () => {
    const reading = await readAll(await files.write('entete.csv', PARCOURSUP.trim()));
    expect([reading.table, reading.lignes]).toEqual(['parcoursup', []]);
  });

  it.each([
    ['image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /une image PNG/],
    ['document.csv', Buffer.from('%PDF-1.7\n'), /un document PDF/],
    ['classeur.csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /Microsoft Office/],
    ['utf16.csv', Buffer.from('\ufeffid;nom\n', 'utf16le'), /UTF-16/],
    [
      'octets.csv',
      Buffer.from('id;libelle_formation\n1;a\0b\n'),
      /octets\.csv, ligne 2, colonne 4 : octet nul/,
    ],
  ])('binary content is named: %s', async (name, content, message) => {
    const path = await files.write(name, content);
    await expect(readAll(path)).rejects.toThrow(SourceFormatError);
    await expect(readAll(path)).rejects.toThrow(message);
    await expect(readAll(path)).rejects.toMatchObject({
      details: {
        fichier: name,
        ligne: expect.any(Number) as unknown,
        colonne: expect.any(String) as unknown,
      },
    });
  });

  it.each([
    ['page.csv', '<!doctype html><html>\n', /XML ou HTML/],
    ['donnees.csv', '{"data": []}\n', /JSON/],
    ['autre.csv', 'a;b;c\n1;2;3\n', /aucune table connue/],
  ])('a text that is no table is unknown, not wrong: %s', async (name, content, message) => {
    const path = await files.write(name, content);
    await expect(readAll(path)).rejects.toThrow(UnknownTableError);
    await expect(readAll(path)).rejects.toThrow(message);
  });

  it('a damaged table is told from a file that is none', async () => {
    const mef =
      'MEF;DISPOSITIF_FORMATION;FORMATION_DIPLOME;DUREE_DISPOSITIF;ANNEE_DISPOSITIF;LIBELLE_LONG;DATE_OUVERTURE;DATE_FERMETURE;MEF_STAT_11\n' +
      '2479990131;247;40099901;3;1;ESSAIS;01/09/2015;;23810099901\n'.repeat(500);
    const packed = gzipSync(mef);
    const damaged = await Promise.all([
      files.write('nul.csv', `${mef}\0`),
      files.write('coupe.csv.gz', packed.subarray(0, packed.length - 40)),
      files.write('mele.csv', Buffer.concat([Buffer.from(`${mef}éàèù\n`), Buffer.from('éàèù\n', 'latin1')])),
    ]);
    for (const path of damaged) {
      const error: unknown = await readAll(path).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ details: { source: 'n_mef' } });
      expect(isForeignFile(error)).toBe(false);
    }
    const foreign = await Promise.all([
      files.write('lisez-moi.md', '# Bonjour\n'),
      files.write('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])),
      files.write('rien.csv', ''),
      files.write('donnees.json', `[${'1,'.repeat(1_000_000)}1]`),
      files.write('donnees.json.gz', gzipSync('{"a":1}')),
    ]);
    for (const path of foreign)
      expect(isForeignFile(await readAll(path).catch((cause: unknown) => cause))).toBe(true);
  });

  it('a file that does not exist, or is a folder, is named', async () => {
    await expect(readAll(files.path('absent.csv'))).rejects.toThrow(SourceFileError);
    await expect(readAll(files.path('absent.csv'))).rejects.toThrow(/absent\.csv : le fichier n'existe pas/);
    await expect(readAll(files.path('.'))).rejects.toThrow(/ce n'est pas un fichier/);
  });

  it('a line of 50 MB is refused without being kept', async () => {
    const path = await files.write('longue.csv', `id;libelle_formation\n1;${'x'.repeat(50_000_000)}\n`);
    const before = process.memoryUsage().rss;
    await expect(readAll(path)).rejects.toThrow(/longue\.csv, ligne 2, colonne 1048577 : la ligne dépasse/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a record of 50 MB made of short lines is refused without being kept', async () => {
    const path = await files.write('ouverte.csv', `id;libelle_formation\n1;"${'essai\n'.repeat(8_000_000)}`);
    await expect(readAll(path)).rejects.toThrow(/ouverte\.csv, ligne 2 : l'enregistrement dépasse 1048576/);
  });

  it('the name to show replaces that of the file', async () => {
    const path = await files.write('tmp-1234', '');
    await expect(readAll(path, { nom: 'mon catalogue.csv' })).rejects.toThrow(/^mon catalogue\.csv, ligne 1/);
  });

  it('reading stops when asked to', async () => {
    const path = await files.write('arret.csv', `id;libelle_formation\n${'1;BTS\n'.repeat(1000)}`);
    await expect(readAll(path, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
