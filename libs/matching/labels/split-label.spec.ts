import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText } from './fold.ts';
import { splitLabel } from './split-label.ts';
import { stem } from './stem.ts';

const RENTREE = '2024-09-01';
const split = (text: string) => splitLabel(canonicalText(text), RENTREE, false);
const words = (text: string): string[] => split(text).mots.map((mot) => mot.texte);

describe('canonicalText', () => {
  it('folds accents and ligatures before anything is cut', () => {
    expect(canonicalText('Œnologie : cœur  d’Ænéas – ÉLÈVE')).toBe("oenologie : coeur d'aeneas - eleve");
  });

  it('drops the preposition à while its accent still tells it from the option letter', () => {
    expect(canonicalText('Option A à Paris')).toBe('option a paris');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = canonicalText(text);
        expect(canonicalText(once)).toBe(once);
      }),
    );
  });

  it('reads an accented text as the same text without its accents, whatever their encoding', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'e', 'é', 'è', 'ç', 'ï', 'ô', 'u', ' ', '-') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(canonicalText(text.normalize('NFD'))).toBe(canonicalText(text.normalize('NFC')));
      }),
    );
  });
});

describe('splitLabel', () => {
  it('puts the route, the mode and the public out of the words that name the diploma', () => {
    const found = split(
      'BTS - Services - Assurance - en apprentissage - réservé aux bacheliers professionnels',
    );
    expect(found.mots.map((mot) => mot.texte)).toEqual(['assurance']);
    expect(found.bavardage.voie).toContain('en apprentissage');
    expect(found.bavardage.public).toContain('reserve aux');
    expect(found.familles[0]?.nom).toBe('BTS');
  });

  it.each([
    ['BTS - Agricole | Productions animales', 'BTSA'],
    ['1CAP2A JARDINIER PAYSAGISTE', 'CAP agricole'],
    ['2DPROA PRODUCTIONS', 'Bac pro agricole'],
    ['2NDPRO (APPR) TRAVAUX PUBLICS', 'Bac pro'],
    ['Titre professionnel façadier', 'Titre professionnel'],
    ["Certificat d'aptitude professionnelle cuisine", 'CAP'],
    ['Licence pro mention métiers du numérique', 'Licence professionnelle'],
    ['Mention complémentaire - Boulangerie', 'MC'],
  ])('reads the family of « %s »', (text, family) => {
    expect(split(text).familles[0]?.nom).toBe(family);
  });

  it.each([
    ['MAINT.MATERIELS OPT.A AGRICOLES', 'A'],
    ['Maintenance des systèmes - option C Systèmes éoliens', 'C'],
    ['MAINT.VEHIC.OPTB VEHIC.TRANS.ROUT', 'B'],
    ['LAPIDAIRE OP_B : PIERRES', 'B'],
    ['1CAP2 OPE DE SERRES', null],
    ['Management en hôtellerie - option A, B ou C', null],
    ['Communication', null],
  ])('reads the option of « %s »', (text, letter) => {
    expect(split(text).option.lettre).toBe(letter);
  });

  it('reads feminine forms as the masculine word', () => {
    expect(words('Chargé(e) commercial(e)')).toEqual(words('Chargé commercial'));
    expect(words('Vendeur(se) conseiller/ère')).toEqual(words('Vendeur conseiller'));
  });

  it('reads the sound of a label as a word, and the possessive as none', () => {
    expect(words('BTS métiers de l’audiovisuel option métiers du son')).toContain('son');
    expect(words('BTS audiovisuel option : son')).toContain('son');
    expect(words('Licence la personne et son environnement')).not.toContain('son');
  });

  it.each([
    ['1BEP1 ELECTROTECHNIQUE', 'BEP'],
    ['1BTS2A VITICULTURE OENOLOGIE', 'BTSA'],
    ['2BT AGENCEMENT', 'BT'],
    ['TP3 ECHANGES ET GESTION', 'Titre de niveau 3'],
    ['1PD2-3 EDUCATEUR DE JEUNES ENFANTS', 'Diplôme de niveau 2'],
    ['LICPR TRANSFORMATIONS', 'Licence professionnelle'],
    ['FCIL4 FC NON DIPLOM.', 'FCIL de niveau 4'],
    ['CAP agricole palefrenier soigneur', 'CAP agricole'],
  ])('reads the mnemonic of N_MEF or the family in « %s »', (text, family) => {
    expect(split(text).familles[0]?.nom).toBe(family);
  });

  it('reads a domain of the NSF as N_MEF writes it', () => {
    expect(words('1BEP1 DO22 : TRANSFORMATIONS')).toEqual(expect.arrayContaining(['domaine', '22']));
  });

  it('joins compounds however they are written', () => {
    expect(words('audio-visuel')).toEqual(words('audiovisuel'));
    expect(words('audio visuel')).toEqual(words('audiovisuel'));
  });

  it('hardly hears the acronym that the label spells out', () => {
    const [titre, sigle] = split('Responsable de projets immobiliers (RPI)').mots.filter(
      ({ texte }) => texte === 'responsable' || texte === 'rpi',
    );
    expect(sigle?.poids).toBeLessThan((titre?.poids ?? 0) / 10);
  });

  it('reads the words that the acronym of a diploma stands for', () => {
    expect(words('BPREA')).toEqual(['responsable', 'entreprise', 'agricole']);
    expect(split('BP REA').familles[0]?.nom).toBe('BP agricole');
    expect(words('DEAES')).toEqual(['accompagnant', 'educatif', 'social']);
  });

  it('takes what stands before a mention for its domain only where it is one', () => {
    const weight = (text: string, word: string): number =>
      split(text).mots.find((mot) => mot.texte === word)?.poids ?? 0;
    expect(weight('Licence droit, économie, gestion mention droit', 'economie')).toBe(0.3);
    expect(weight('Licence générale en chimie mention qualité', 'chimie')).toBeGreaterThan(0.5);
  });

  it('keeps what follows the word parcours, at a lower weight', () => {
    const found = split('Master mention Informatique parcours Génie logiciel').mots;
    const weight = (word: string): number => found.find((mot) => mot.texte === word)?.poids ?? 0;
    expect(weight('informatique')).toBe(1);
    expect(weight('logiciel')).toBeGreaterThan(0);
    expect(weight('logiciel')).toBeLessThan(1);
  });

  it('reads a common first year', () => {
    expect(split('BTS - Services - ERPC - 1ère année commune').anneeCommune).toBe(true);
    expect(split('2NDPRO TECHN. ETUDES BATIM. 2NDE COMMUNE').anneeCommune).toBe(true);
    expect(split('BTS - Services - Tourisme').anneeCommune).toBe(false);
  });

  it('gives the same answer to the same text, and no word twice', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', ' ', '-', '(', ')', '.', 'o', 'p', 't', '1'),
    });
    fc.assert(
      fc.property(text, (raw) => {
        const first = split(raw);
        expect(split(raw)).toEqual(first);
        const stems = first.mots.map((mot) => stem(mot.texte));
        expect(new Set(stems).size).toBe(stems.length);
      }),
    );
  });
});
