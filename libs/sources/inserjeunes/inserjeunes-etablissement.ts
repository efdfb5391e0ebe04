import { z } from 'zod';
import { mesureColumns, mesuresOf } from '../core/mesure-cell.ts';
import { parseCfd, parseMefstat11 } from '../core/code-cell.ts';
import { optionalCode, textCell } from '../core/raw-cell.ts';
import { requiredUaiCode } from '../core/offre-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { millesimeOfName } from '../core/year-of-name.ts';
import { voieOfFiliere } from './filiere.ts';

const UAI = "n°UAI de l'établissement";
const LIBELLE = "Libellé de l'établissement";
const PART = 'Dont apprentis en EPLE';

/** Columns of the published listings by the name that the API gives the same measure, where it has one. */
const MESURES = {
  "Taux de poursuite d'études": 'taux_poursuite_etudes',
  Taux: 'taux_emploi_6_mois',
  'Taux attendu': 'taux_emploi_6_mois_attendu',
  'Valeur ajoutée': 'valeur_ajoutee_6_mois',
  "Part en poursuite d'études": 'DEVENIR_part_poursuite_etudes',
  'Part en emploi 6 mois après la sortie': 'DEVENIR_part_en_emploi_6_mois',
  'Part des autres situations': 'DEVENIR_part_autre_situation_6_mois',
} as const;
const LISTED = Object.keys(MESURES) as (keyof typeof MESURES)[];

/** Measures of the data set by formation, under their own names. */
const FINE = [
  'taux_poursuite_etudes',
  'taux_emploi_6_mois',
  'taux_emploi_12_mois',
  'taux_emploi_18_mois',
  'taux_emploi_24_mois',
  'taux_rupture_contrats',
  'part_en_emploi_6_mois',
  'part_poursuite_etudes',
  'part_autre_situation_6_mois',
  'valeur_ajoutee_6_mois',
] as const;

/**
 * InserJeunes as published in files. `seen`: the DEPP's listings by establishment (apprenticeship, and school with
 * a line for apprentices and one for pupils); `public`: the data set by formation `fr-en-inserjeunes-…-fine`.
 */
export const inserjeunesEtablissement = defineTable({
  id: 'inserjeunes_etablissement',
  source: 'inserjeunes',
  libelle: 'InserJeunes — taux publiés par établissement',
  kind: 'complement',
  layouts: [
    { requises: [UAI, LIBELLE, 'Taux', 'Taux attendu', 'Valeur ajoutée'] },
    { requises: ['uai', 'annee', 'code_formation_mefstat11', 'taux_emploi_6_mois'] },
    { requises: ['uai', 'annee', 'code_formation_apprentissage', 'taux_emploi_6_mois'] },
  ],
  autres: ['Région', /^(?:libelle|region|academie|departement|type_diplome|diplome|secteur|duree|code_)/],
  schema: z.object({
    [UAI]: textCell,
    uai: textCell,
    [LIBELLE]: textCell,
    libelle: textCell,
    [PART]: textCell,
    annee: textCell,
    code_formation_mefstat11: optionalCode(parseMefstat11),
    code_formation_apprentissage: optionalCode(parseCfd),
    ...mesureColumns(LISTED),
    ...mesureColumns(FINE),
  }),
  toRow: (cells, context) => {
    const listed = context.has(UAI);
    const uai = requiredUaiCode.safeParse((listed ? cells[UAI] : cells.uai) ?? '');
    if (!uai.success) {
      const message = uai.error.issues[0]?.message ?? "l'UAI est illisible";
      return { refus: { colonne: listed ? UAI : 'uai', motif: 'UAI_INVALIDE', message } };
    }
    const fine = mesuresOf(cells, FINE, context.has);
    const named = Object.entries(mesuresOf(cells, LISTED, context.has)).map(
      ([colonne, mesure]) => [MESURES[colonne as keyof typeof MESURES], mesure] as const,
    );
    return {
      territoire: 'etablissement' as const,
      codeTerritoire: uai.data,
      libelleTerritoire: cells[LIBELLE] ?? cells.libelle,
      millesime: cells.annee ?? millesimeOfName(context.nom),
      voie: voieOfListing(cells[PART], context),
      filiere: cells[PART],
      cfd: cells.code_formation_apprentissage,
      mefstat11: cells.code_formation_mefstat11,
      mesures: listed ? Object.fromEntries(named) : fine,
    };
  },
});

/** The listing of CFA has no column for the route; in that of lycées `ensemble` counts both. */
function voieOfListing(
  part: string | null,
  { has }: { readonly has: (colonne: string) => boolean },
): 'scolaire' | 'apprentissage' | null {
  if (part !== null) return voieOfFiliere(part);
  if (has(PART)) return null;
  return has('code_formation_mefstat11') ? 'scolaire' : 'apprentissage';
}
