import type { Critere, Paire } from './paire.ts';

/** Duration said by a mnemonic ("1CAP2": two years) against those of the certification's own labels. */
function compare({ demande, meilleur }: Paire): number {
  const asked = demande.familleLibelle?.duree ?? demande.familleColonne?.duree ?? null;
  const own = meilleur.label.duree;
  if (asked === null || own === null) return 0;
  return asked === own ? 1 : -1;
}

/** Affelnet prints the labels of N_MEF: the answering label being one of them counts, and so does its length. */
export const mnemonique: Critere = {
  nom: 'libellé de N_MEF',
  valeurs: ['répond par N_MEF', 'même durée', 'autre durée', 'texte identique'],
  evaluer(paire, valeurs, de) {
    const { origine } = paire.meilleur.label;
    if (paire.demande.style === 'affelnet' && (origine === 'MEF_LONG' || origine === 'MEF_EDITION'))
      valeurs[de] = 1;
    const result = compare(paire);
    if (result !== 0) valeurs[result > 0 ? de + 1 : de + 2] = 1;
    if (paire.texteExact) valeurs[de + 3] = 1;
  },
  expliquer(paire) {
    const result = compare(paire);
    return {
      detail:
        result === 0
          ? 'durée non comparée'
          : result > 0
            ? 'même durée de formation'
            : 'autre durée de formation',
      demande: String(paire.demande.familleLibelle?.duree ?? ''),
      candidat: String(paire.meilleur.label.duree ?? ''),
    };
  },
};
