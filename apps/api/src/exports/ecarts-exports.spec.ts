import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { champsDe, compareExportFiles } from './ecarts-exports.ts';
import { readLines } from './export-lines.ts';

const row = (id: string, more: object = {}): object => ({ id, statut: 'apparie', rang: 2, ...more });

describe('two exports compared by their files', () => {
  let folder: string;
  const write = async (nom: string, rows: readonly object[]): Promise<string> => {
    const file = join(folder, nom);
    await writeFile(file, rows.map((each) => `${JSON.stringify(each)}\n`).join(''));
    return file;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concordance-ecarts-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('tells what was added, removed and changed, and reads each line again where it stands', async () => {
    const avant = await write('avant', [row('1'), row('2'), row('É3'), row('4')]);
    const apres = await write('apres', [
      row('É3', { statut: 'a_verifier', cfd: '32031212' }),
      row('1'),
      row('5'),
      row('4', { rang: 9 }),
    ]);
    const { identiques, ecarts } = await compareExportFiles(avant, apres);
    // A formation that only moved in its catalogue has not changed.
    expect(identiques).toBe(2);
    expect(ecarts.map(({ id, genre, champs }) => [id, genre, champs])).toEqual([
      ['É3', 'modifie', ['cfd', 'statut']],
      ['5', 'ajoute', []],
      ['2', 'retire', []],
    ]);
    const [before, after] = [
      await readLines(
        avant,
        ecarts.map((ecart) => ecart.avant),
      ),
      await readLines(
        apres,
        ecarts.map((ecart) => ecart.apres),
      ),
    ];
    expect(champsDe(before[0] ?? null, after[0] ?? null)).toEqual([
      { champ: 'cfd', avant: null, apres: '32031212' },
      { champ: 'statut', avant: 'apparie', apres: 'a_verifier' },
    ]);
    expect([before[1], after[2]]).toEqual([null, null]);
    expect(JSON.parse(before[2] ?? '')).toMatchObject({ id: '2' });
  });

  it('pairs the lines of an identifier written twice in their order', async () => {
    const avant = await write('avant', [row('1', { cfd: 'a' }), row('1', { cfd: 'b' })]);
    const apres = await write('apres', [row('1', { cfd: 'a' }), row('1', { cfd: 'c' })]);
    const { identiques, ecarts } = await compareExportFiles(avant, apres);
    expect([identiques, ecarts.length, ecarts[0]?.champs]).toEqual([1, 1, ['cfd']]);
  });

  it('reads lines longer than what is read at once, and quotes in identifiers', async () => {
    const long = 'x'.repeat(700_000);
    const avant = await write('avant', [row('"1"', { long }), row('2')]);
    const apres = await write('apres', [row('"1"', { long }), row('2', { long: `${long}y` })]);
    expect((await compareExportFiles(avant, avant)).identiques).toBe(2);
    const { ecarts } = await compareExportFiles(avant, apres);
    expect(ecarts.map(({ id, champs }) => [id, champs])).toEqual([['2', ['long']]]);
  });
});
