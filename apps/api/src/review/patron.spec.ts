import { describe, expect, it } from '@jest/globals';
import { describePatron } from './patron.ts';

describe('describePatron', () => {
  it('says in French what the items have in common, and nothing of what they have not', () => {
    expect(describePatron('AMBIGU,CODE_PERIME / +libellé,+option,-dates / proche')).toEqual([
      'Motifs : AMBIGU, CODE_PERIME',
      'Pour le premier candidat : libellé, option',
      'Contre : dates',
      'Candidats : un second candidat proche',
    ]);
    expect(describePatron('AUCUN_CANDIDAT /  / aucun', () => 'aucun candidat trouvé')).toEqual([
      'Motifs : aucun candidat trouvé',
      'Candidats : aucun candidat',
    ]);
  });
});
