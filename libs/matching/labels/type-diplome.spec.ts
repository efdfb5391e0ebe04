import { describe, expect, it } from '@jest/globals';
import type { Formation } from '../formation.ts';
import { readTypeDiplome } from './type-diplome.ts';

const row = (plateforme: Formation['plateforme'], libelle: string, typeDiplome: string | null = null) => ({
  plateforme,
  libelle,
  specialite: null,
  typeDiplome,
});

describe('the type of diploma of a row', () => {
  it.each([
    [row('parcoursup', 'BTS -  Services '), { type: 'BTS - Services', famille: 'BTS', niveau: 5 }],
    [
      row('parcoursup', 'Licence - Arts-lettres-langues'),
      { type: 'Licence - Arts-lettres-langues', famille: 'Licence', niveau: 6 },
    ],
    [row('affelnet', '1CAP2 CUISINE', '1CAP2'), { type: '1CAP2', famille: 'CAP', niveau: 3 }],
    [
      row('apprentissage', 'secrétaire comptable', "Certificat d'aptitude professionnelle"),
      { type: "Certificat d'aptitude professionnelle", famille: 'CAP', niveau: 3 },
    ],
    [
      row('generique', 'bac pro métiers de l’électricité'),
      { type: 'Bac pro', famille: 'Bac pro', niveau: 4 },
    ],
  ])('reads %j', (formation, expected) => {
    expect(readTypeDiplome(formation)).toEqual(expected);
  });

  it('says no level where the family has several', () => {
    expect(readTypeDiplome(row('parcoursup', 'Certificat de Spécialisation')).niveau).toBeNull();
  });

  it('says nothing of a row that names no type', () => {
    expect(readTypeDiplome(row('generique', 'cuisine'))).toEqual({ type: null, famille: null, niveau: null });
  });
});
