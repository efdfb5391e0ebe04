import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLabelledSet } from './jeu-etiquete.ts';

describe('openLabelledSet', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jeu-etiquete-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('reads labels, truths and weights; a row without truth is kept', async () => {
    const file = join(folder, 'jeu.csv');
    await writeFile(
      file,
      'set,row_id,uai,libelle_formation,libelle_specialite,type_diplome_hint,filiere,true_cfd,true_mefstat11,true_rncp,true_sise,source,n,label_key,note\n' +
        'affelnet_2020,a-1,,1CAP2 CUISINE,,1CAP2,,50022139,23210022139,,,x,3,1cap2 cuisine,\n' +
        'rco_2020,b-1,,,"Coach, sportif",Titre,apprentissage,,,,,x,,coach sportif,\n',
    );
    const rows = [];
    for await (const read of (await openLabelledSet(file)).rows()) if ('row' in read) rows.push(read.row);
    expect(rows).toEqual([
      {
        jeu: 'affelnet_2020',
        id: 'a-1',
        libelle: '1CAP2 CUISINE',
        specialite: null,
        typeDiplome: '1CAP2',
        voie: null,
        cfd: '50022139',
        mefstat11: '23210022139',
        sise: null,
        n: 3,
        cle: '1cap2 cuisine',
      },
      expect.objectContaining({ libelle: 'Coach, sportif', specialite: null, cfd: null, n: 1 }),
    ]);
  });
});
