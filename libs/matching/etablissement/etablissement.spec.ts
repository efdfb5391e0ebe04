import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estDiplomeDEtat } from './controle-habilitation.ts';
import { mereUnique, ouvertureUai } from './etablissement.ts';

describe('ouvertureUai', () => {
  it.each([
    ['1', '1990-09-01', null, 'ouverte'],
    ['2', '1990-09-01', '2027-08-31', 'ouverte'],
    ['2', '1990-09-01', '2026-09-01', 'fermee'],
    ['4', '1990-09-01', null, 'fermee'],
    ['4', '1990-09-01', '2030-08-31', 'ouverte'],
    ['3', null, null, 'a_venir'],
    ['1', '2026-09-02', null, 'a_venir'],
    [null, null, null, 'ouverte'],
  ] as const)(
    'état %s, from %s to %s is %s at the rentrée',
    (etat, dateOuverture, dateFermeture, expected) => {
      expect(ouvertureUai({ etat, dateOuverture, dateFermeture }, '2026-09-01')).toBe(expected);
    },
  );

  it('is unknown for a UAI that ACCE does not hold', () => {
    expect(ouvertureUai(undefined, '2026-09-01')).toBe('inconnue');
  });
});

describe('mereUnique', () => {
  const lien = (mere: string, dateFermeture: string | null = null) => ({
    mere,
    dateOuverture: null,
    dateFermeture,
  });

  it('lends no mère when there are two, unless one link has ended', () => {
    expect(mereUnique([lien('A'), lien('B')], '2026-09-01')).toEqual({ mere: null, plusieurs: true });
    expect(mereUnique([lien('A'), lien('B', '2019-08-31')], '2026-09-01')).toEqual({
      mere: 'A',
      plusieurs: false,
    });
    expect(mereUnique([lien('A'), lien('A')], '2026-09-01')).toEqual({ mere: 'A', plusieurs: false });
    expect(mereUnique([], '2026-09-01')).toEqual({ mere: null, plusieurs: false });
  });

  it('never depends on the order of the links', () => {
    const liens = fc.array(
      fc.constantFrom(lien('A'), lien('B'), lien('A', '2019-08-31'), lien('C', '2030-01-01')),
    );
    fc.assert(
      fc.property(liens, (given) => {
        expect(mereUnique([...given].reverse(), '2026-09-01')).toEqual(mereUnique(given, '2026-09-01'));
      }),
    );
  });
});

describe('estDiplomeDEtat', () => {
  it.each([
    ['32031212', true],
    ['26033202', true],
    [null, true],
    ['36T32604', false],
    ['26X31290', false],
    ['36C31590', false],
  ])('%s: %s', (cfd, expected) => {
    expect(estDiplomeDEtat(cfd)).toBe(expected);
  });
});
