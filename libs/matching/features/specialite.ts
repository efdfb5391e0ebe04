import type { Critere, Paire } from './paire.ts';

/** Two words with this many letters in common at the start are forms of one ("energie", "energetique"). */
const RACINE = 5;

function holds(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  const root = word.slice(0, RACINE);
  if (root.length < RACINE) return false;
  for (const own of words) if (own.startsWith(root)) return true;
  return false;
}

/** Share of the announced words of the formation that the candidate holds, where it announces its own. */
export function announcedShare({ demande, meilleur }: Paire): { share: number; there: boolean } | null {
  const { annonces, mots } = demande;
  if (annonces === null) return null;
  const own = meilleur.label.annonce;
  let total = 0;
  let held = 0;
  for (let i = 0; i < mots.length; i++) {
    const word = annonces[i] ?? null;
    if (word === null) continue;
    const poids = mots[i]?.poids ?? 0;
    total += poids;
    if (own === null || holds(own, word)) held += poids * (meilleur.tenus[i] ?? 0);
  }
  return total === 0 ? null : { share: held / total, there: own !== null };
}

/** Speciality or option announced by its name, compared with the one that the candidate announces. */
export const specialite: Critere = {
  nom: 'spécialité annoncée',
  valeurs: ['retrouvée', 'retrouvée ailleurs dans le libellé', 'contraire'],
  evaluer(paire, valeurs, de) {
    const found = announcedShare(paire);
    if (found === null) return;
    valeurs[found.there ? de : de + 1] = found.share;
    if (found.there) valeurs[de + 2] = 1 - found.share;
  },
  expliquer(paire) {
    const found = announcedShare(paire);
    return {
      detail:
        found === null
          ? 'pas de spécialité annoncée'
          : `spécialité annoncée, retrouvée à ${String(Math.round(found.share * 100))} %`,
      demande: (paire.demande.annonces ?? []).filter((word) => word !== null).join(' '),
      candidat: [...(paire.meilleur.label.annonce ?? [])].join(' '),
    };
  },
};
