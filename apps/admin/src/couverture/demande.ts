import { useSearchParams } from 'react-router-dom';
import {
  GROUPES,
  MOMENTS,
  POIDS,
  type DemandeCouverture,
  type Groupe,
  type Moment,
  type RapportCouverture,
} from '../contract/couverture.ts';

const oneOf = <Value extends string>(
  values: readonly Value[],
  said: string | null,
  byDefault: Value,
): Value => values.find((value) => value === said) ?? byDefault;

/** What the address asks for: a report can be shared, and found again with the browser's own back. */
export const useDemande = () => {
  const [params, setParams] = useSearchParams();
  const text = (name: string) => params.get(name) ?? '';
  const demande: Omit<DemandeCouverture, 'campagneId'> = {
    executionId: text('executionId'),
    moment: oneOf(MOMENTS, params.get('moment'), 'revue'),
    poids: oneOf(POIDS, params.get('poids'), 'formations'),
    groupe: oneOf(GROUPES, params.get('groupe'), 'type'),
    perimetre: text('perimetre'),
    academie: text('academie'),
    filiere: text('filiere'),
    avec: text('avec'),
  };
  const change = (changed: Partial<DemandeCouverture>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changed)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return { demande, campagneId: text('campagneId'), change };
};

/** Query string of the report: what is not asked is left out, and a run says its campaign. */
export const couvertureQuery = ({ campagneId, ...demande }: DemandeCouverture): string => {
  const asked = demande.executionId === '' ? { campagneId, ...demande } : demande;
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
};

const FILTRE_DU_MOMENT: Record<Moment, string> = {
  codes: 'raisonCodes',
  concordance: 'raisonConcordance',
  revue: 'raisonCouverture',
};
const FILTRE_DU_GROUPE: Record<Groupe, string> = {
  type: 'typeCouverture',
  academie: 'academieCode',
  filiere: 'voie',
  perimetre: 'perimetre',
};

/**
 * Address of the formations behind a number of the report, by the run that it counts; null where the list cannot show
 * them: it has no filter for what the catalogue leaves blank.
 */
export const lienFormations = (
  rapport: RapportCouverture,
  demande: DemandeCouverture,
  { cle, etat }: { cle?: string; etat?: string },
): string | null => {
  if (cle === '') return null;
  const filter = {
    campagneId: rapport.campagneId,
    ...(rapport.derniere ? {} : { executionId: rapport.executionId }),
    ...(demande.perimetre ? { perimetre: demande.perimetre } : {}),
    ...(demande.academie ? { academieCode: demande.academie } : {}),
    ...(demande.filiere ? { voie: demande.filiere } : {}),
    ...(cle === undefined ? {} : { [FILTRE_DU_GROUPE[rapport.groupe]]: cle }),
    ...(etat === undefined ? {} : { [FILTRE_DU_MOMENT[rapport.moment]]: etat }),
  };
  return `/formations?filter=${encodeURIComponent(JSON.stringify(filter))}`;
};
