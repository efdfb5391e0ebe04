import { useChoix } from '../affichage/choix.ts';
import type { Vocabulaire } from '../conditions/condition-mots.ts';
import { CHAMPS_FORMATION } from '../contract/condition.ts';
import { CHOIX_ETATS } from '../couverture/etats-couverture.ts';
import { useValeurs } from '../perimetre/champs-regle.tsx';
import { PLATEFORMES, VOIES } from '../perimetre/condition-input.tsx';
import { MOTIFS } from './motifs.ts';

/** What a query on formations is built from. */
export const useVocabulaire = (): Vocabulaire => {
  const valeurs = useValeurs();
  return {
    champs: CHAMPS_FORMATION,
    choix: {
      plateforme: useChoix('plateforme', PLATEFORMES),
      voie: useChoix('voie', VOIES),
      academie: (valeurs?.academies ?? []).map(({ code, nom }) => ({ id: code, name: nom })),
      statut: useChoix('statut', ['apparie', 'a_verifier', 'sans_correspondance']),
      decision: useChoix('decision', ['humaine', 'auto']),
      motifs: useChoix('motif', MOTIFS),
      perimetre: useChoix('perimetre', ['dans', 'hors', 'sans_regle']),
      couverture: CHOIX_ETATS,
    },
  };
};
