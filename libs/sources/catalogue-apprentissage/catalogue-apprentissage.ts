import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCfd, parseCi, parseCodes, parseIdeo, parseMef, parseRncp } from '../core/code-cell.ts';
import { parseDate } from '../core/date-cell.ts';
import { checkFormation, firstUai, type UaiCells } from '../core/formation-check.ts';
import { anyCell, booleanCell, integerCell, optionalCode, requiredCode, textCell } from '../core/raw-cell.ts';
import { parseSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

const siret = z.string().transform(parseSiret);

/**
 * Catalogue de l'apprentissage, one formation a row. `seen`: the 156 fields of a fixture of its API, under
 * `formations` and paged; `assumed`: that its CSV export bears the same names. Codes come as lists of objects
 * (`[{"mef10":…}]`): only the codes of them are kept. Coordinates are not read: one of their fields is known to
 * swap latitude and longitude.
 */
export const catalogueApprentissage = defineTable({
  id: 'catalogue_apprentissage',
  source: 'catalogue-apprentissage',
  libelle: "Catalogue de l'apprentissage — formations",
  kind: 'reference',
  layouts: [{ requises: ['cle_ministere_educatif', 'cfd', 'rncp_code', 'intitule_long'] }],
  identite: 'cle_ministere_educatif',
  revision: 'last_statut_update_date',
  // The catalogue has 156 fields and adds some at will: what is not read here is not a surprise.
  autres: [/./],
  schema: z.object({
    cle_ministere_educatif: requiredCode('clé ministères éducatifs', parseText),
    cfd: optionalCode(parseCfd),
    cfd_entree: optionalCode(parseCfd),
    cfd_outdated: booleanCell,
    rncp_code: optionalCode(parseRncp),
    id_certifinfo: optionalCode(parseCi),
    bcn_mefs_10: anyCell,
    onisep_url: anyCell,
    intitule_long: textCell,
    intitule_court: textCell,
    diplome: textCell,
    niveau: textCell,
    duree: textCell,
    annee: textCell,
    uai_formation: textCell,
    etablissement_formateur_uai: textCell,
    etablissement_formateur_siret: siret,
    etablissement_formateur_enseigne: textCell,
    etablissement_formateur_entreprise_raison_sociale: textCell,
    etablissement_formateur_certifie_qualite: booleanCell,
    etablissement_formateur_habilite_rncp: booleanCell,
    etablissement_gestionnaire_uai: textCell,
    etablissement_gestionnaire_siret: siret,
    lieu_formation_siret: siret,
    nom_academie: textCell,
    localite: textCell,
    capacite: integerCell,
    published: booleanCell,
    parcoursup_id: textCell,
    parcoursup_statut: textCell,
    affelnet_statut: textCell,
    date_debut: anyCell,
    date_fin: anyCell,
  }),
  toRow: (cells) => {
    const libelle = cells.intitule_long ?? cells.intitule_court;
    if (libelle === null) {
      const message = 'le libellé est absent';
      return { refus: { colonne: 'intitule_long', motif: 'LIBELLE_ABSENT', message } };
    }
    const mefs = mefsOf(cells.bcn_mefs_10);
    const uaiCells: UaiCells = [
      ['uai_formation', cells.uai_formation],
      ['etablissement_formateur_uai', cells.etablissement_formateur_uai],
      ['etablissement_gestionnaire_uai', cells.etablissement_gestionnaire_uai],
    ];
    const row = {
      id: cells.cle_ministere_educatif,
      cleMe: cells.cle_ministere_educatif,
      libelle,
      specialite: null,
      typeDiplome: cells.diplome,
      voie: 'apprentissage' as const,
      uai: firstUai(uaiCells),
      uaiComposante: firstUai(uaiCells.slice(0, 1)),
      uaiAffectation: null,
      uaiGestionnaire: firstUai(uaiCells.slice(2)),
      uaiFormateur: firstUai(uaiCells.slice(1, 2)),
      siret: cells.lieu_formation_siret ?? cells.etablissement_formateur_siret,
      siretFormateur: cells.etablissement_formateur_siret,
      siretGestionnaire: cells.etablissement_gestionnaire_siret,
      etablissement:
        cells.etablissement_formateur_enseigne ?? cells.etablissement_formateur_entreprise_raison_sociale,
      academie: cells.nom_academie,
      commune: cells.localite,
      capacite: cells.capacite,
      voeux: null,
      codes: {
        cfd: cells.cfd,
        mef: mefs.length === 1 ? (mefs[0] ?? null) : null,
        mefstat11: null,
        sise: null,
        rncp: cells.rncp_code === null ? [] : [cells.rncp_code],
        ideo: parseCodes(/FOR\.\d+/i.exec(cells.onisep_url)?.[0] ?? '', parseIdeo),
        cleMe: cells.cle_ministere_educatif,
      },
      cfdEntree: cells.cfd_entree,
      cfdObsolete: cells.cfd_outdated,
      mefs,
      rncp: cells.rncp_code,
      ci: cells.id_certifinfo,
      niveau: cells.niveau,
      duree: cells.duree,
      annee: cells.annee,
      qualiopi: cells.etablissement_formateur_certifie_qualite,
      habiliteRncp: cells.etablissement_formateur_habilite_rncp,
      publiee: cells.published,
      parcoursup: { statut: cells.parcoursup_statut, id: cells.parcoursup_id },
      affelnet: { statut: cells.affelnet_statut },
      datesDebut: datesOf(cells.date_debut),
      datesFin: datesOf(cells.date_fin),
    };
    return checkFormation(row, uaiCells, 'intitule_long');
  },
});

/** The MEF of a list of codes, of objects (`[{"mef10":"2473121432"}]`) or of text. */
function mefsOf(cell: string): string[] {
  const codes = cell.toUpperCase().match(/(?<![0-9A-Z])\d[0-9A-Z]{9}(?![0-9A-Z])/g) ?? [];
  return [...new Set(codes)].map(parseMef).filter((code) => code !== null);
}

function datesOf(cell: string): string[] {
  const dates = cell.split(/[|;,]/).map((part) => parseDate(part.replace(/["[\]]/g, '')) ?? null);
  return [...new Set(dates.filter((date) => date !== null))];
}
