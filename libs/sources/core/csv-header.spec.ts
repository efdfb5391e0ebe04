import { describe, expect, it } from '@jest/globals';
import { findHeader } from './csv-header.ts';
import type { Columns } from './recognise.ts';

const known = (columns: Columns): boolean => columns.has('LIBELLÉFORMATION') && columns.has('UAI');

describe('header of a CSV', () => {
  it.each([';', ',', '|', '\t'])('is split by %j', (separator) => {
    const header = findHeader(['UAI', 'LIBELLÉFORMATION', 'x'].join(separator) + '\n', known);
    expect(header).toMatchObject({ separateur: separator, ligne: 1, bodyLine: 2 });
  });

  it('the separator is the one that makes a known header, not the most frequent', () => {
    const header = findHeader(
      'UAI;LIBELLÉFORMATION;Places (nombre, par an, au total, hors internat)\n',
      known,
    );
    expect(header?.columns.names).toHaveLength(3);
  });

  it.each([
    ['accents lost', 'LIBELLFORMATION'],
    ['accents folded, other case', 'Libelle formation'],
    ['UTF-8 read as windows-1252', 'LIBELLÃ‰FORMATION'],
    ['replaced by U+FFFD', 'LIBELL\ufffdFORMATION'],
    ['MacRoman read as windows-1252', 'LIBELLƒFORMATION'],
    ['quoted and padded', '" LIBELLÉFORMATION "'],
  ])('is recognised with %s', (_why, name) => {
    expect(known(findHeader(`UAI;${name}\n`, known)?.columns as Columns)).toBe(true);
  });

  it('may start with # and be followed by comments, whose date is noted', () => {
    const text = '#UAI;LIBELLÉFORMATION\n# Généré le 03.03.2020\n# fermées avant 01.01.2017\n1;a\n';
    const header = findHeader(text, known);
    expect(header).toMatchObject({ ligne: 1, bodyLine: 4, commentDate: '2020-03-03' });
    expect(text.slice(header?.bodyStart)).toBe('1;a\n');
  });

  it('may come after comments and blank lines', () => {
    const header = findHeader('# extrait\r\n\r\nUAI;LIBELLÉFORMATION\r\n1;a\r\n', known);
    expect(header).toMatchObject({ ligne: 3, bodyLine: 4 });
  });

  it('may hold quoted line breaks', () => {
    const header = findHeader('UAI;LIBELLÉFORMATION;"deux\nlignes"\n1;a;b\n', known);
    expect(header).toMatchObject({ bodyLine: 3 });
    expect(header?.columns.names.at(-1)).toBe('deux\nlignes');
  });

  it('is not looked for in endless comments', () => {
    expect(findHeader('# rien\n'.repeat(100_000), known)).toBeNull();
  });
});
