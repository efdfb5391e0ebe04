import { z } from 'zod';
import { excelDate } from '../core/excel-date.ts';
import { parseDate } from '../core/date-cell.ts';
import { requiredCode, textCell } from '../core/raw-cell.ts';
import { isSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';

/** Contacts, coordinates and labels of codes that no parser reads. */
export const acceOtherColumns: readonly (string | RegExp)[] = [
  /^type_uai/,
  /^tutelle_2/,
  /^(?:ministere_tutelle|secteur_public_prive|contrat_etablissement|niveau_uai|pays|departement_insee_3)_libe$/,
  /^(?:categorie_juridique|categorie_financiere|situation_comptable|hebergement_etablissement)/,
  /^(?:numero_finess|date_derniere|lieu_dit|adresse|boite_postale|localite|numero_tele|mention|mel|site_web)/,
  /^(?:coordonnee|appariement|localisation|date_geolocalisation|source|etat_sirad|pays)/,
  'niveau_uai',
];

/** Spreadsheets turn dates into serial numbers (`25288` for 26/03/1969). */
const day = z.string().transform((cell) => {
  const serial = /^\s*(\d{4,6})\s*$/.exec(cell)?.[1];
  return serial === undefined ? (parseDate(cell) ?? null) : excelDate(Number(serial));
});

export const requiredUai = requiredCode('UAI (7 chiffres et leur lettre)', parseUai, 'UAI_INVALIDE');

/**
 * ACCE_UAI: the establishments, open and closed. `seen`: extract of 2024, and an older one of the CFA, with fewer
 * columns and dates as serial numbers. Telephone, mail and site are not read.
 */
export const acceUai = defineTable({
  id: 'acce_uai',
  source: 'acce',
  libelle: 'ACCE — établissements (ACCE_UAI)',
  kind: 'complement',
  layouts: [
    {
      requises: ['numero_uai', 'nature_uai', 'denomination_principale', 'date_ouverture', 'date_fermeture'],
      interdites: ['numero_uai_trouve'],
    },
  ],
  revision: 'date_derniere_mise_a_jour',
  autres: acceOtherColumns,
  schema: z.object({
    numero_uai: requiredUai,
    nature_uai: textCell,
    nature_uai_libe: textCell,
    etat_etablissement: textCell,
    etat_etablissement_libe: textCell,
    ministere_tutelle: textCell,
    secteur_public_prive: textCell,
    contrat_etablissement: textCell,
    sigle_uai: textCell,
    denomination_principale: textCell,
    appellation_officielle: textCell,
    patronyme_uai: textCell,
    numero_siren_siret_uai: z.string().transform((cell) => cell.replace(/\s/g, '')),
    commune: textCell,
    commune_libe: textCell,
    code_postal_uai: textCell,
    academie: textCell,
    academie_libe: textCell,
    departement_insee_3: textCell,
    date_ouverture: day,
    date_fermeture: day,
  }),
  toRow: (cells) => {
    const number = cells.numero_siren_siret_uai;
    return {
      uai: cells.numero_uai,
      nature: cells.nature_uai,
      natureLibelle: cells.nature_uai_libe,
      etat: cells.etat_etablissement,
      etatLibelle: cells.etat_etablissement_libe,
      tutelle: cells.ministere_tutelle,
      secteur: cells.secteur_public_prive,
      contrat: cells.contrat_etablissement,
      sigle: cells.sigle_uai,
      denomination: cells.denomination_principale,
      appellation: cells.appellation_officielle,
      patronyme: cells.patronyme_uai,
      siret: isSiret(number) ? number : null,
      siren: /^\d{9}/.exec(number)?.[0] ?? null,
      communeInsee: cells.commune,
      commune: cells.commune_libe,
      codePostal: cells.code_postal_uai,
      academie: cells.academie,
      academieLibelle: cells.academie_libe,
      departement: cells.departement_insee_3,
      dateOuverture: cells.date_ouverture,
      dateFermeture: cells.date_fermeture,
    };
  },
});
