import { describe, expect, it } from '@jest/globals';
import { diffLabels } from './token-diff.ts';

const read = (reference: string, ...candidate: string[]) => {
  const { textes, manquants } = diffLabels(reference, candidate);
  return {
    textes: textes.map((segments) => segments.map(({ kind, texte }) => `${kind}:${texte}`)),
    manquants: manquants.map(({ texte }) => texte),
  };
};

describe('diffLabels', () => {
  it('sees common words through case and accents', () => {
    expect(read('COMPTABILITE ET GESTION', 'Comptabilité et gestion')).toEqual({
      textes: [['commun:Comptabilité et gestion']],
      manquants: [],
    });
  });

  it('shows what a candidate has more and what it lacks', () => {
    expect(
      read(
        'Maintenance des systèmes option systèmes éoliens',
        'Maintenance des systèmes option A systèmes de production',
      ),
    ).toEqual({
      textes: [
        ['commun:Maintenance des systèmes option', 'enPlus:A', 'commun:systèmes de', 'enPlus:production'],
      ],
      manquants: ['éoliens'],
    });
  });

  it('takes A for an option after the word and for a preposition elsewhere', () => {
    expect(read('Conduite a projets option A', 'Conduite de projets option A').manquants).toEqual([]);
    expect(read('option A', 'option B')).toEqual({
      textes: [['commun:option', 'enPlus:B']],
      manquants: ['A'],
    });
  });

  it('recognises an abbreviated or inflected word', () => {
    expect(read('Maint. industrielle', 'Maintenance industriel').textes).toEqual([
      ['abrege:Maintenance industriel'],
    ]);
  });

  it('recognises the initials of a diploma in its family', () => {
    expect(read('BTS Tourisme', 'Brevet de technicien supérieur', 'Tourisme')).toEqual({
      textes: [['abrege:Brevet de technicien supérieur'], ['commun:Tourisme']],
      manquants: [],
    });
  });

  it('names a missing word once and stands empty labels', () => {
    expect(read('Vente vente VENTE', 'Commerce').manquants).toEqual(['VENTE']);
    expect(read('', '')).toEqual({ textes: [[]], manquants: [] });
  });

  it('marks what its rival lacks, and the missing words that its rival has', () => {
    const { textes, manquants } = diffLabels(
      'Systèmes option énergies',
      ['Systèmes numériques option réseaux'],
      ['Systèmes numériques option énergies'],
    );
    expect(textes[0]?.filter(({ distinctif }) => distinctif).map(({ texte }) => texte)).toEqual(['réseaux']);
    expect(manquants).toEqual([{ texte: 'énergies', distinctif: true }]);
  });

  it('finds nothing that distinguishes a candidate without rival', () => {
    const { textes, manquants } = diffLabels('Vente option A', ['Commerce option B']);
    expect(textes[0]?.some(({ distinctif }) => distinctif)).toBe(false);
    expect(manquants.some(({ distinctif }) => distinctif)).toBe(false);
  });
});
