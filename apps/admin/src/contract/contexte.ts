/** The figures of a formation, coverage first. */
export interface ChiffresFormation {
  couverture: string;
  chiffres: {
    nbAnneeTerm: number | null;
    tauxEnEmploi6Mois: number | null;
    tauxEnFormation: number | null;
  } | null;
}

/** What was decided of the formations of an item in earlier campaigns: evidence, never applied. */
export interface Anteriorites {
  decisions: {
    identifiant: string;
    campagneNom: string;
    rentree: string;
    libelle: string;
    specialite: string | null;
    verdict: 'accepte' | 'autre' | 'aucune';
    codeCertification: string | null;
    libelleCertification: string | null;
    creeLe: string;
  }[];
  encodages: {
    identifiant: string;
    libelle: string | null;
    annee: number | null;
    code: string | null;
    certifications: { codeCertification: string; libelle: string }[];
    commentaire: string | null;
    instantane: string;
  }[];
}
