import type { Critere, Paire } from './paire.ts';

/** Words of the query that another candidate has and this one has not: they tell close diplomas apart. */
function missed({ demande, meilleur, groupe }: Paire): { share: number; words: string[] } {
  let share = 0;
  const words: string[] = [];
  demande.mots.forEach((mot, i) => {
    const elsewhere = groupe.tenusParUnAutre[i] ?? 0;
    const gap = elsewhere - (meilleur.tenus[i] ?? 0);
    if (gap > 0.15) {
      share += (gap * mot.poids) / demande.poids;
      if (gap > 0.5) words.push(mot.texte);
    }
  });
  return { share, words };
}

/** Distinguishing words within the candidate group (domain.md §4). */
export const motsDistinctifs: Critere = {
  nom: 'mots distinctifs',
  valeurs: ['manqués', 'manqués²'],
  evaluer(paire) {
    const { share } = missed(paire);
    return [share, share * share];
  },
  expliquer(paire) {
    const { words } = missed(paire);
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
