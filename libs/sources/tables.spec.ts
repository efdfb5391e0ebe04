import { describe, expect, it } from '@jest/globals';
import { Columns, tablesOf } from './core/recognise.ts';
import { DEFINITIONS, SOURCES, TABLES } from './tables.ts';

describe('tables', () => {
  it('no header is that of two tables', () => {
    for (const table of DEFINITIONS) {
      for (const { requises } of table.layouts) {
        const minimal = tablesOf(new Columns(requises), DEFINITIONS);
        const whole = tablesOf(new Columns([...requises, ...table.colonnes]), DEFINITIONS);
        expect(minimal.map(({ id }) => id)).toEqual([table.id]);
        if (table.layouts.length === 1) expect(whole.map(({ id }) => id)).toEqual([table.id]);
      }
    }
  });

  it('every table is described once, under a source that names it', () => {
    expect(TABLES.map(({ id }) => id).sort()).toEqual(DEFINITIONS.map(({ id }) => id).sort());
    for (const table of TABLES) {
      expect(SOURCES.find(({ id }) => id === table.source)?.tables).toContain(table.id);
      expect(table.colonnesRequises.every((columns) => columns.length > 0)).toBe(true);
    }
  });

  it('the sources are those of the mission, and the generic catalogue', () => {
    expect(SOURCES.map(({ id }) => id)).toEqual([
      'bcn',
      'onisep-passage',
      'onisep-ideo',
      'certif-info',
      'acce',
      'catalogue-apprentissage',
      'inserjeunes',
      'insersup',
      'sies',
      'quiforme',
      'organismes-formation',
      'cpf-offre',
      'cpf-achats',
      'cpf-usagers',
      'parcoursup',
      'affelnet',
      'encodages-manuels',
      'generique',
    ]);
    expect(SOURCES.filter(({ tables }) => tables.length === 0)).toEqual([]);
  });

  it('what has no service can only be a file', () => {
    const files = SOURCES.filter(({ api, planifiable }) => !api && !planifiable).map(({ id }) => id);
    expect(files).toEqual(['acce', 'sies', 'parcoursup', 'affelnet', 'encodages-manuels', 'generique']);
  });

  it('a table that no header tells is told by its documents', () => {
    const without = DEFINITIONS.filter(({ layouts }) => layouts.length === 0);
    expect(without.map(({ id }) => id)).toEqual(['inserjeunes', 'quiforme']);
    expect(without.every(({ document }) => document !== undefined)).toBe(true);
  });

  it('no table takes the label of another for its own', () => {
    expect(new Set(TABLES.map(({ libelle }) => libelle)).size).toBe(TABLES.length);
  });
});
