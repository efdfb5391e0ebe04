import { describe, expect, it } from '@jest/globals';
import { isForeignFile, SourceFormatError, UnknownTableError } from '#sources';
import { explainDrift, lostColumns, lostType } from './format-drift.ts';

const last = { nom: 'n_mef.csv', importeLe: '02/03/2026', colonnes: ['MEF', 'DUREE', 'LIBELLE'] };

describe('format drift', () => {
  it('stops at columns that were there, are read, and are gone', () => {
    expect(lostColumns('x.csv', 'n_mef', ['DUREE', 'ANNEE'], { nom: 'ancien.csv' })?.message).toMatch(
      /ancien\.csv\) alors qu'elles sont lues : DUREE, ANNEE/,
    );
    expect(lostColumns('x.csv', 'n_mef', [], { nom: 'ancien.csv' })).toBeNull();
  });

  it('says which columns went and came since the last snapshot', () => {
    const error = new SourceFormatError('x.csv, ligne 1, colonne absente : DUREE.', {
      source: 'n_mef',
      colonnes: ['MEF', 'LIBELLE', 'DUREE_MOIS'],
    });
    const explained = explainDrift(error, last);
    expect(explained).toBeInstanceOf(SourceFormatError);
    expect(explained.message).toContain('(n_mef.csv, importé le 02/03/2026)');
    expect(explained.message).toContain('disparues : DUREE ; nouvelles : DUREE_MOIS');
  });

  it('leaves a file that is no table at all what it is', () => {
    const unknown = new UnknownTableError('non', { source: 'n_mef', colonnes: ['a', 'b'] });
    expect(isForeignFile(explainDrift(unknown, last))).toBe(true);
    const headless = new SourceFormatError('vide', { source: 'n_mef' });
    expect(explainDrift(headless, last)).toBe(headless);
  });

  it('stops where a column refuses half of the lines and did not before', () => {
    const refused = { colonne: 'DATE', n: 50, message: 'date attendue' };
    const before = { nom: 'ancien.csv', lignes: 90, refusees: 2 };
    expect(lostType('x.csv', 'n_mef', 100, refused, before)?.message).toMatch(
      /la colonne DATE n'a plus le type attendu, 50 lignes sur 100/,
    );
    expect(lostType('x.csv', 'n_mef', 101, refused, before)).toBeNull();
    expect(lostType('x.csv', 'n_mef', 100, null, before)).toBeNull();
    expect(lostType('x.csv', 'n_mef', 100, refused, { ...before, refusees: 60 })).toBeNull();
  });
});
