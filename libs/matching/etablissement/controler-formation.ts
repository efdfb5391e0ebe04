import { controleHabilitation } from './controle-habilitation.ts';
import {
  controleFormeNda,
  controleListePublique,
  controleNdaActive,
  controleQualiopi,
} from './controle-organisme.ts';
import { controleCleSiret, controleCouple, siretRetenu } from './controle-siret.ts';
import { controleCleUai, controleOuverture } from './controle-uai.ts';
import type { Controle, CritereControle } from './controle.ts';
import type { EntreeControle } from './entree-controle.ts';

export interface ControlesFormation {
  /** One a criterion, in the order of `CRITERES_CONTROLE`. */
  readonly controles: readonly Controle[];
  /** The SIRET that the checks went on with: the row's, else its UAI's. */
  readonly siret: string | null;
  /** The UAI fails its key, or ACCE is in use and does not hold it open at the rentrée. */
  readonly uaiInconnue: boolean;
  readonly nonConformes: readonly CritereControle[];
}

/** Every check of the establishment of a row (domain.md §7). Never throws: what is not known is said. */
export function controlerFormation(entree: EntreeControle): ControlesFormation {
  const retenu = siretRetenu(entree);
  const { siret } = retenu;
  const controles = [
    controleCleUai(entree),
    controleOuverture(entree),
    controleCleSiret(entree),
    controleCouple(entree, retenu),
    controleFormeNda(entree, siret),
    controleNdaActive(entree, siret),
    controleQualiopi(entree, siret),
    controleHabilitation(entree, siret),
    controleListePublique(entree, siret),
  ];
  const nonConformes = controles.filter(({ etat }) => etat === 'non_conforme').map(({ critere }) => critere);
  return {
    controles,
    siret,
    uaiInconnue: nonConformes.includes('UAI_CLE') || nonConformes.includes('UAI_OUVERTE'),
    nonConformes,
  };
}
