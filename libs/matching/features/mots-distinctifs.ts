import type { Critere, Paire } from './paire.ts';

/** A gap in likeness smaller than this is no gap. */
const GAP = 0.15;

/** Weight of the query's words that another candidate has and this one has not: they tell close diplomas apart. */
function missedShare({ demande, meilleur, groupe }: Paire): number {
  const { mots, poids } = demande;
  let share = 0;
  for (let i = 0; i < mots.length; i++) {
    const gap = (groupe.tenusParUnAutre[i] ?? 0) - (meilleur.tenus[i] ?? 0);
    if (gap > GAP) share += (gap * (mots[i]?.poids ?? 0)) / poids;
  }
  return share;
}

/** Those of them that this candidate misses for the most part. */
function missedWords({ demande, meilleur, groupe }: Paire): string[] {
  return demande.mots
    .filter((_, i) => (groupe.tenusParUnAutre[i] ?? 0) - (meilleur.tenus[i] ?? 0) > 0.5)
    .map(({ texte }) => texte);
}

/** Distinguishing words within the candidate group (domain.md §4). */
export const motsDistinctifs: Critere = {
  nom: 'mots distinctifs',
  valeurs: ['manqués', 'manqués²'],
  evaluer(paire, valeurs, de) {
    const share = missedShare(paire);
    valeurs[de] = share;
    valeurs[de + 1] = share * share;
  },
  expliquer(paire) {
    const words = missedWords(paire);
    const quoted = words.slice(0, 3).map((word) => `« ${word} »`);
    return {
      detail:
        words.length === 0
          ? 'aucun mot distinctif ne manque'
          : `${quoted.join(', ')} : présent chez un autre candidat, absent de celui-ci`,
      demande: words.join(' '),
      candidat: paire.meilleur.label.libelle.texte,
    };
  },
};
