import { describe, expect, it } from '@jest/globals';
import { readEvidence } from './row-evidence.ts';

describe('what the note of a row says', () => {
  it('reads one CI with its name, semicolons of the name included', () => {
    expect(readEvidence('certifinfo=12;intitule_certifinfo=verrier ; souffleur;snapshots=a|b')).toEqual({
      ci: ['12'],
      intitule: 'verrier ; souffleur',
      specialite: null,
      cfdDeSpecialite: null,
    });
  });

  it('reads several CI, those that a spreadsheet joined with a full stop too, and gives them no name', () => {
    expect(readEvidence('certifinfo=12,34;intitule_certifinfo=a ,b')).toMatchObject({
      ci: ['12', '34'],
      intitule: null,
    });
    expect(readEvidence('certifinfo=12.34').ci).toEqual(['12', '34']);
  });

  it('reads the specialité of Affelnet and the CFD read from it', () => {
    expect(readEvidence('code_ban=AFFECTATION;specialite=22101;silver_cfd=50022101')).toMatchObject({
      specialite: '22101',
      cfdDeSpecialite: '50022101',
    });
  });

  it('says nothing where the note is empty', () => {
    expect(readEvidence('')).toEqual({ ci: [], intitule: null, specialite: null, cfdDeSpecialite: null });
  });
});
