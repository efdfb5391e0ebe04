import type { Critere, Paire } from './paire.ts';

const NIVEAU_DU_CHIFFRE: Readonly<Record<string, number>> = {
  '5': 3,
  '4': 4,
  '3': 5,
  '2': 6,
  '1': 7,
  '8': 8,
};

/** Weight of the level that the formation says, where it is the certification's; -1 where it is another; else 0. */
export function niveauDit({ demande, nature }: Pick<Paire, 'demande' | 'nature'>): number {
  if (demande.niveau.size === 0 || nature.niveauQualification === null) return 0;
  for (const [digit, weight] of demande.niveau) {
    if (NIVEAU_DU_CHIFFRE[digit] === nature.niveauQualification) return weight;
  }
  return -1;
}

/** National level (3 = CAP … 8), where the listing says one. */
export const niveau: Critere = {
  nom: 'niveau',
  valeurs: ['même niveau', 'autre niveau'],
  evaluer(paire, valeurs, de) {
    const result = niveauDit(paire);
    if (result < 0) valeurs[de + 1] = 1;
    else valeurs[de] = result;
  },
  expliquer(paire) {
    const said = [...paire.demande.niveau.keys()].map((digit) => NIVEAU_DU_CHIFFRE[digit] ?? 0);
    const own = paire.nature.niveauQualification;
    return {
      detail:
        said.length === 0 || own === null
          ? 'niveau non comparé'
          : `niveau : ${said.join(' ou ')} ${niveauDit(paire) < 0 ? '≠' : '='} ${String(own)}`,
      demande: said.join(','),
      candidat: own === null ? '' : String(own),
    };
  },
};
