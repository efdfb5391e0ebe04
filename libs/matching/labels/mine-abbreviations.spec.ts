import { expect, it } from '@jest/globals';
import { mineAbbreviations } from './mine-abbreviations.ts';

const pairs = [
  { court: 'TVX PUBLICS', long: 'TRAVAUX PUBLICS' },
  { court: 'TVX FORESTIERS', long: 'TRAVAUX FORESTIERS' },
  { court: 'TVX PAYSAGERS', long: 'TRAVAUX PAYSAGERS' },
  { court: 'ING BOIS', long: 'INGENIEUR BOIS' },
];

it('proposes a reading that enough diplomas show', () => {
  expect(mineAbbreviations(pairs)).toEqual([{ forme: 'tvx', lecture: 'travaux', preuves: 3, part: 1 }]);
});

it('proposes nothing where two words may be meant', () => {
  const unclear = Array.from({ length: 5 }, () => ({ court: 'PROD', long: 'PRODUCTION DE PRODUITS' }));
  expect(mineAbbreviations(unclear)).toEqual([]);
});
