import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCodes, parseRncp, parseRs } from '../core/code-cell.ts';
import {
  anyCell,
  booleanCell,
  looseDateCell,
  optionalCode,
  requiredCode,
  textCell,
} from '../core/raw-cell.ts';
import { parseSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

/** `RNCP34030` or `RS6305`; a bare number is a fiche RNCP. */
export function parseFiche(cell: string): string | null {
  return /^\s*RS/i.test(cell) ? parseRs(cell) : parseRncp(cell);
}

const fiche = requiredCode('numéro de fiche (RNCP… ou RS…)', parseFiche);

/** Entries of the national register. `seen`: extract of 2020, and the daily export of France compétences. */
export const rncpFiche = defineTable({
  id: 'rncp_fiche',
  source: 'certif-info',
  libelle: 'France compétences — fiches du RNCP et du répertoire spécifique',
  kind: 'reference',
  layouts: [
    { requises: ['CodeRNCP', 'intituleDiplome', 'date_fin_validite_enregistrement', 'ActiveInactive'] },
    { requises: ['Numero_Fiche', 'Intitule', 'Date_Fin_Enregistrement', 'Actif'] },
  ],
  autres: [
    'Demande',
    'TypeCertif',
    'Id_Fiche',
    'Abrege_Intitule',
    'Nomenclature_Europe_Intitule',
    /^Accessible_/,
    'Date_dernier_jo',
    'Date_Effet',
    'Type_Enregistrement',
    'Validation_Partielle',
  ],
  schema: z.object({
    CodeRNCP: anyCell,
    Numero_Fiche: anyCell,
    intituleDiplome: textCell,
    Intitule: textCell,
    CodeTypeCertif: textCell,
    Abrege_Libelle: textCell,
    NiveauEurope: textCell,
    Nomenclature_Europe_Niveau: textCell,
    ActiveInactive: booleanCell,
    Actif: booleanCell,
    EtatFiche: textCell,
    date_fin_validite_enregistrement: looseDateCell,
    Date_Fin_Enregistrement: looseDateCell,
    Date_Decision: looseDateCell,
    AncienneFiche: anyCell,
    NouvelleFiche: anyCell,
  }),
  toRow: (cells, context) => {
    const colonne = context.has('CodeRNCP') ? 'CodeRNCP' : 'Numero_Fiche';
    const code = parseFiche(cells[colonne]);
    if (code === null) {
      const message = `« ${cells[colonne]} » n'est pas un numéro de fiche (RNCP… ou RS…)`;
      return { refus: { colonne, motif: 'CODE_INVALIDE', message } };
    }
    return {
      code,
      intitule: cells.intituleDiplome ?? cells.Intitule,
      typeCertification: cells.CodeTypeCertif ?? cells.Abrege_Libelle,
      niveau: /\d/.exec(cells.NiveauEurope ?? cells.Nomenclature_Europe_Niveau ?? '')?.[0] ?? null,
      actif: cells.ActiveInactive ?? cells.Actif,
      etat: cells.EtatFiche,
      dateFinEnregistrement: cells.date_fin_validite_enregistrement ?? cells.Date_Fin_Enregistrement,
      dateDecision: cells.Date_Decision,
      anciens: parseCodes(cells.AncienneFiche, parseFiche),
      nouveaux: parseCodes(cells.NouvelleFiche, parseFiche),
    };
  },
});

/** Métiers (ROME) of the fiches. `seen`: extract of 2020 and the daily export. */
export const rncpRome = defineTable({
  id: 'rncp_rome',
  source: 'certif-info',
  libelle: 'France compétences — métiers (ROME) des fiches',
  kind: 'complement',
  layouts: [
    { requises: ['CodeRNCP', 'Rome', 'libelle'] },
    { requises: ['Numero_Fiche', 'Codes_Rome_Code', 'Codes_Rome_Libelle'] },
  ],
  autres: ['EtatFiche'],
  schema: z.object({
    CodeRNCP: optionalCode(parseFiche),
    Numero_Fiche: optionalCode(parseFiche),
    Rome: textCell,
    Codes_Rome_Code: textCell,
    libelle: textCell,
    Codes_Rome_Libelle: textCell,
  }),
  toRow: (cells) => {
    const code = cells.CodeRNCP ?? cells.Numero_Fiche;
    const rome = (cells.Rome ?? cells.Codes_Rome_Code)?.toUpperCase() ?? '';
    if (code === null) {
      const message = 'le numéro de fiche est absent ou illisible';
      return { refus: { colonne: null, motif: 'CODE_ABSENT', message } };
    }
    // A fiche may name a whole domain of the ROME (`M18`).
    if (!/^[A-Z]\d{0,4}$/.test(rome)) {
      const message = `« ${rome} » n'est pas un code ROME (une lettre, jusqu'à 4 chiffres)`;
      return { refus: { colonne: null, motif: 'CODE_INVALIDE', message } };
    }
    return { code, rome, libelle: cells.libelle ?? cells.Codes_Rome_Libelle };
  },
});

/** Which fiche replaced which. `seen`: daily export of France compétences. */
export const rncpRemplacement = defineTable({
  id: 'rncp_remplacement',
  source: 'certif-info',
  libelle: 'France compétences — anciennes et nouvelles fiches',
  kind: 'reference',
  layouts: [{ requises: ['Numero_Fiche', 'Ancienne_Certification', 'Nouvelle_Certification'] }],
  schema: z.object({
    Numero_Fiche: fiche,
    Ancienne_Certification: optionalCode(parseFiche),
    Nouvelle_Certification: optionalCode(parseFiche),
  }),
  toRow: (cells) => ({
    code: cells.Numero_Fiche,
    ancien: cells.Ancienne_Certification,
    nouveau: cells.Nouvelle_Certification,
  }),
});

/** Who certifies. `seen`: daily export; the SIRET come after a tabulation. */
export const rncpCertificateur = defineTable({
  id: 'rncp_certificateur',
  source: 'certif-info',
  libelle: 'France compétences — certificateurs des fiches',
  kind: 'complement',
  layouts: [{ requises: ['Numero_Fiche', 'Siret_Certificateur', 'Nom_Certificateur'] }],
  schema: z.object({
    Numero_Fiche: fiche,
    Siret_Certificateur: z.string().transform(parseSiret),
    Nom_Certificateur: textCell,
  }),
  toRow: (cells) => ({
    code: cells.Numero_Fiche,
    siret: cells.Siret_Certificateur,
    nom: cells.Nom_Certificateur,
    former: null,
    organiserEvaluation: null,
  }),
});

/** Who is habilitated by the certificateur, to train, to assess, or both. `seen`: daily export. */
export const rncpPartenaire = defineTable({
  id: 'rncp_partenaire',
  source: 'certif-info',
  libelle: 'France compétences — partenaires habilités des fiches',
  kind: 'complement',
  layouts: [{ requises: ['Numero_Fiche', 'Nom_Partenaire', 'Siret_Partenaire', 'Habilitation_Partenaire'] }],
  schema: z.object({
    Numero_Fiche: fiche,
    Siret_Partenaire: z.string().transform(parseSiret),
    Nom_Partenaire: textCell,
    Habilitation_Partenaire: z.string().transform((cell) => parseText(cell)?.toUpperCase() ?? null),
  }),
  toRow: (cells) => {
    const habilitation = cells.Habilitation_Partenaire;
    return {
      code: cells.Numero_Fiche,
      siret: cells.Siret_Partenaire,
      nom: cells.Nom_Partenaire,
      former: habilitation === null ? null : /FORM/.test(habilitation),
      organiserEvaluation: habilitation === null ? null : /ORGA/.test(habilitation),
    };
  },
});
