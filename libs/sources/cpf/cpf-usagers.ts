import { z } from 'zod';
import { mesureColumns, mesureCpfCell, mesuresOf } from '../core/mesure-cell.ts';
import { booleanCell, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

const MESURES = ['nb_usagers', 'nombre_usagers', 'nb_titulaires', 'nb_dossiers'] as const;

/**
 * Users of Mon compte formation, by quarter and profile. `assumed`: what a row holds is published, the names of
 * its columns were not seen; these are those that the other data sets of the portal would give them.
 */
export const cpfUsager = defineTable({
  id: 'cpf_usager',
  source: 'cpf-usagers',
  libelle: 'Mon compte formation — usagers par trimestre et profil',
  kind: 'complement',
  layouts: [{ requises: ['trimestre', 'tranche_age', 'sexe'] }],
  autres: [/./],
  schema: z.object({
    annee: textCell,
    trimestre: textCell,
    tranche_age: textCell,
    sexe: textCell,
    demandeur_emploi: booleanCell,
    csp: textCell,
    region_residence: textCell,
    departement_residence: textCell,
    ...mesureColumns(MESURES, mesureCpfCell),
  }),
  toRow: (cells, context) => ({
    trimestre: trimestreOf(cells.annee, cells.trimestre),
    age: cells.tranche_age,
    sexe: cells.sexe,
    demandeurEmploi: cells.demandeur_emploi,
    csp: cells.csp,
    region: cells.region_residence,
    departement: cells.departement_residence,
    mesures: mesuresOf(cells, MESURES, context.has),
  }),
});

/** `2026-T1`, whether the year is in the same column or in another; as written otherwise. */
function trimestreOf(annee: string | null, trimestre: string | null): string | null {
  const year = /\d{4}/.exec(trimestre ?? '')?.[0] ?? annee;
  const quarter = /(?:^|\D)([1-4])(?:\D|$)/.exec(trimestre ?? '')?.[1];
  return year !== null && quarter !== undefined ? `${year}-T${quarter}` : trimestre;
}
