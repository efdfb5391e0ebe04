import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseCi, parseRncp, parseRs } from '../core/code-cell.ts';
import { mesureColumns, mesureCpfCell, mesuresOf } from '../core/mesure-cell.ts';
import { optionalCode, textCell } from '../core/raw-cell.ts';
import { parseSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

const ENGAGEMENTS = ['nb_dossiers', 'montant_engage', 'prix_moyen', 'duree_moyenne'] as const;
const MOUVEMENTS = [
  'entrees_formation',
  'sorties_realisation_partielle',
  'sorties_realisation_totale',
] as const;

/** -1 says that there is no code. */
function none(parse: (cell: string) => string | null) {
  return optionalCode((cell) => (cell.trim() === '-1' ? null : parse(cell)));
}

/** What was committed, by certification and place of training. `public`: columns of the portal. */
export const cpfEngagement = defineTable({
  id: 'cpf_engagement',
  source: 'cpf-achats',
  libelle: 'Mon compte formation — dossiers engagés',
  kind: 'complement',
  layouts: [{ requises: ['code_rncp', 'annee_de_validation', 'nb_dossiers', 'statut_dossier'] }],
  autres: [/./],
  schema: z.object({
    annee_de_validation: textCell,
    code_rncp: none(parseRncp),
    code_rs: none(parseRs),
    code_certifinfo: none(parseCi),
    intitule_certification: none(parseText),
    statut_dossier: textCell,
    modalite_presence: textCell,
    domaine_formation_nsf: textCell,
    region_lieu_formation: textCell,
    departement_lieu_formation: textCell,
    ...mesureColumns(ENGAGEMENTS, mesureCpfCell),
  }),
  toRow: (cells, context) => ({
    periode: cells.annee_de_validation,
    rncp: cells.code_rncp,
    rs: cells.code_rs,
    ci: cells.code_certifinfo,
    certification: cells.intitule_certification,
    siret: null,
    organisme: null,
    statut: cells.statut_dossier,
    modalite: cells.modalite_presence,
    nsf: cells.domaine_formation_nsf,
    region: cells.region_lieu_formation,
    departement: cells.departement_lieu_formation,
    mesures: mesuresOf(cells, ENGAGEMENTS, context.has),
  }),
});

/** Entries and exits, by month, certification and organisme. `public`: columns of the portal. */
export const cpfEntreeSortie = defineTable({
  id: 'cpf_entree_sortie',
  source: 'cpf-achats',
  libelle: 'Mon compte formation — entrées et sorties de formation',
  kind: 'complement',
  layouts: [{ requises: ['code_rncp', 'code_rs', 'entrees_formation', 'siret_of_contractant'] }],
  revision: 'date_chargement',
  autres: ['type_referentiel'],
  schema: z.object({
    annee_mois: textCell,
    annee: textCell,
    mois: textCell,
    code_rncp: none(parseRncp),
    code_rs: none(parseRs),
    code_certifinfo: none(parseCi),
    intitule_certification: none(parseText),
    siret_of_contractant: optionalCode(parseSiret),
    raison_sociale_of_contractant: textCell,
    ...mesureColumns(MOUVEMENTS, mesureCpfCell),
  }),
  toRow: (cells, context) => ({
    periode: periodeOf(cells.annee_mois, cells.annee, cells.mois),
    rncp: cells.code_rncp,
    rs: cells.code_rs,
    ci: cells.code_certifinfo,
    certification: cells.intitule_certification,
    siret: cells.siret_of_contractant,
    organisme: cells.raison_sociale_of_contractant,
    statut: null,
    modalite: null,
    nsf: null,
    region: null,
    departement: null,
    mesures: mesuresOf(cells, MOUVEMENTS, context.has),
  }),
});

/** `2026-03`, from the month as it is written (`2026-3`, `202603`) or from its two parts. */
function periodeOf(anneeMois: string | null, annee: string | null, mois: string | null): string | null {
  const found = /^(\d{4})\D?(\d{1,2})/.exec(anneeMois ?? `${annee ?? ''}-${mois ?? ''}`);
  return found ? `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}` : annee;
}
