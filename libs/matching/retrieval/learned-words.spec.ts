import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { learnedShare } from '../features/mots-appris.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { learnedWordsText, readLearnedWords, wordKey } from '../model/learned-words.ts';
import { WordCount } from '../training/word-count.ts';

const RENTREE = '2024-09-01';
const label = (cle: string, libelle: string) =>
  ({ cle, code: 'CFD:26C31209', formation: { libelle, specialite: null }, rentree: RENTREE }) as const;
const count = new WordCount([
  label('a', 'Responsable opérationnel Omnicanal'),
  label('b', 'Manager omnicanal'),
  label('b', 'Manager omnicanal (rentrée décalée)'),
]);

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      diplomeRow('26C31209', { libelleLong200: 'RESPONSABLE DE LA DISTRIBUTION (CCI FRANCE)' }),
      diplomeRow('26X31207', { libelleLong200: 'RESPONSABLE MARKETING OPERATIONNEL (C3 INSTITUTE)' }),
    ],
  }),
);
const matcher = createMatcher(concordance, { ...DEFAULT_MODEL, mots: count.counts() }, { rentree: RENTREE });
const pairsOf = (libelle: string, cle?: string) =>
  matcher.pairs(
    { plateforme: 'generique', libelle, specialite: null, typeDiplome: null, voie: null, codes: SANS_CODE },
    cle === undefined ? undefined : count.forget(cle),
  );
const shareOf = (libelle: string, cle?: string): number | undefined => {
  const paire = pairsOf(libelle, cle).find(({ certification }) => certification.code === 'CFD:26C31209');
  return paire && learnedShare(paire);
};

describe('the words learned with a code', () => {
  it('count distinct labels, whatever the number of ways they are written', () => {
    const { etiquettes, mots } = count.counts()['CFD:26C31209'] ?? { etiquettes: 0, mots: new Map() };
    expect(etiquettes).toBe(2);
    expect(mots.get(wordKey('omnicanal'))).toBe(2);
    expect(mots.get(wordKey('manager'))).toBe(1);
  });

  it('are read as they were written', () => {
    expect(readLearnedWords(learnedWordsText(count.counts()))).toEqual(count.counts());
    expect(readLearnedWords('')).toEqual({});
  });

  it('bring in a certification whose own labels have none of the words, and say how much they explain', () => {
    expect(shareOf('Omnicanal')).toBeCloseTo(0.8, 5);
    expect(shareOf('Distribution')).toBe(0);
  });

  it('do not count the label that is being learned from', () => {
    expect(shareOf('Omnicanal', 'b')).toBeCloseTo(1 / 1.5, 5);
    const alone = new WordCount([label('a', 'Responsable opérationnel Omnicanal')]);
    const one = createMatcher(concordance, { ...DEFAULT_MODEL, mots: alone.counts() }, { rentree: RENTREE });
    const formation = { plateforme: 'generique', libelle: 'Omnicanal', specialite: null } as const;
    const asked = { ...formation, typeDiplome: null, voie: null, codes: SANS_CODE };
    expect(one.pairs(asked).map(({ certification }) => certification.code)).toEqual(['CFD:26C31209']);
    expect(one.pairs(asked, alone.forget('a'))).toEqual([]);
  });
});
