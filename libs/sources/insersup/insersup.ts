import { z } from 'zod';
import { parseSise } from '../core/code-cell.ts';
import { mesureColumns, mesuresOf } from '../core/mesure-cell.ts';
import { anyCell, optionalCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';

const MESURES = [
  'nb_inscrits',
  'nb_diplomes',
  'nb_sortants',
  'nb_poursuivants',
  'taux_poursuivant',
  'nb_in_dsn_6',
  'nb_in_dsn_12',
  'nb_in_dsn_18',
  'nb_in_dsn_24',
  'nb_in_dsn_30',
  'taux_in_dsn_6',
  'taux_in_dsn_12',
  'taux_in_dsn_18',
  'taux_in_dsn_24',
  'taux_in_dsn_30',
  'taux_autre_6',
  'taux_autre_12',
  'taux_autre_18',
  'taux_autre_24',
  'taux_autre_30',
  'salaire_q1_national_diplome_12',
  'salaire_q2_national_diplome_12',
  'salaire_q3_national_diplome_12',
] as const;

/**
 * InserSup by its API: every value is text, decimals have a comma, `nd` and `na` stand where a figure is not given.
 * `seen`. A SISE code may come once for each of its disciplines; 0000001 to 0000003 are no diplomas.
 */
export const insersup = defineTable({
  id: 'insersup',
  source: 'insersup',
  libelle: 'InserSup — insertion par établissement et diplôme (API)',
  kind: 'complement',
  layouts: [
    { requises: ['etablissement', 'diplome', 'annee_universitaire', 'nb_in_dsn_6', 'taux_in_dsn_6'] },
    { requises: ['etablissement', 'diplome_consol', 'annee_universitaire', 'nb_in_dsn_6', 'taux_in_dsn_6'] },
  ],
  schema: z.object({
    diplome: optionalCode(parseSise),
    diplome_consol: optionalCode(parseSise),
    etablissement: optionalCode(parseUai),
    libelle_diplome: textCell,
    type_diplome_long: textCell,
    denomination_principale: textCell,
    domaine: textCell,
    discipline: textCell,
    secteur_disciplinaire: textCell,
    annee_universitaire: anyCell,
    ...mesureColumns(MESURES),
  }),
  toRow: (cells, context) => ({
    uai: cells.etablissement,
    etablissement: cells.denomination_principale,
    sise: cells.diplome ?? cells.diplome_consol,
    libelle: cells.libelle_diplome,
    typeDiplome: cells.type_diplome_long,
    domaine: cells.domaine,
    discipline: cells.discipline,
    secteur: cells.secteur_disciplinaire,
    annees: cells.annee_universitaire.match(/\d{4}(?:-\d{4})?/g) ?? [],
    cumul: cumulOf(cells.annee_universitaire),
    ventilation: {
      obtentionDiplome: null,
      genre: null,
      nationalite: null,
      regimeInscription: null,
      moisApresDiplome: null,
    },
    ensemble: true,
    jeu: null,
    mesures: mesuresOf(cells, MESURES, context.has),
  }),
});

/** `*` says that two years were put together, `**` that they could not be. */
function cumulOf(annee: string): 'annee' | 'deux_ans' | 'impossible' {
  if (annee.includes('**')) return 'impossible';
  return annee.includes('*') ? 'deux_ans' : 'annee';
}
