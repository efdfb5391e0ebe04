import { z } from 'zod';
import { parseSise } from '../core/code-cell.ts';
import { foldHeader } from '../core/header-name.ts';
import { mesureColumns, mesuresOf } from '../core/mesure-cell.ts';
import { anyCell, integerCell, optionalCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';

const MOIS = [6, 12, 18, 24, 30] as const;

/** Measures by months after the diploma: one column for each in the wide export, none in the long one. */
const BY_MONTH = [
  'tx_sortants_en_emploi',
  'tx_sortants_en_emploi_sal_fr',
  'tx_sortants_en_emploi_non_sal',
  'tx_sortants_en_emploi_stable',
  'tx_sortants_en_emploi_etranger',
  'nb_sortants_en_emploi',
  'nb_sortants_en_emploi_sal_fr',
  'nb_sortants_en_emploi_non_sal',
  'nb_sortants_en_emploi_stable',
  'nb_sortants_en_emploi_etranger',
  'salaire_q1',
  'salaire_q2',
  'salaire_q3',
] as const;
type ByMonth = (typeof BY_MONTH)[number];
type Measure =
  ByMonth | `${ByMonth}_${(typeof MOIS)[number]}` | 'nb_poursuivants' | 'nb_sortants' | 'nb_diplomes';

const MESURES: readonly Measure[] = [
  'nb_poursuivants',
  'nb_sortants',
  'nb_diplomes',
  ...BY_MONTH,
  ...BY_MONTH.flatMap((name) => MOIS.map((mois) => `${name}_${String(mois)}` as Measure)),
];

/**
 * InserSup by its open data: a row for each breakdown, of which the ones that sum the others up are told by
 * `ensemble`. `public`: wide export (`…_6` to `…_30`); `seen`: long one (`date_inser`, one row a term).
 */
export const insersupOpenData = defineTable({
  id: 'insersup_open_data',
  source: 'insersup',
  libelle: 'InserSup — insertion par établissement et diplôme (données ouvertes)',
  kind: 'complement',
  layouts: [
    {
      requises: ['etablissement', 'diplome', 'obtention_diplome', 'genre', 'nationalite', 'promo', 'uo_lib'],
    },
  ],
  autres: [
    /^(?:reg|aca)_(?:nom|id)$/,
    /^(?:flag|exception)(?:_\d+)?$/,
    /^id_paysage/,
    'uo_lib_actuel',
    'dom',
    'discipli',
    'sectdis',
    'source',
    'date_inser_long',
    'type_diplome',
  ],
  schema: z.object({
    date_jeu: textCell,
    uo_lib: textCell,
    etablissement: optionalCode(parseUai),
    denomination_principale: textCell,
    type_diplome_long: textCell,
    dom_lib: textCell,
    discipli_lib: textCell,
    sectdis_lib: textCell,
    libelle_diplome: textCell,
    diplome: optionalCode(parseSise),
    obtention_diplome: textCell,
    genre: textCell,
    nationalite: textCell,
    regime_inscription: textCell,
    promo: anyCell,
    date_inser: integerCell,
    ...mesureColumns(MESURES),
  }),
  toRow: (cells, context) => {
    const annees = cells.promo.match(/\d{4}/g) ?? [];
    const ventilation = {
      obtentionDiplome: cells.obtention_diplome,
      genre: cells.genre,
      nationalite: cells.nationalite,
      regimeInscription: cells.regime_inscription,
      moisApresDiplome: cells.date_inser,
    };
    return {
      uai: cells.etablissement,
      etablissement: cells.denomination_principale ?? cells.uo_lib,
      sise: cells.diplome,
      libelle: cells.libelle_diplome,
      typeDiplome: cells.type_diplome_long,
      domaine: cells.dom_lib,
      discipline: cells.discipli_lib,
      secteur: cells.sectdis_lib,
      annees,
      cumul: annees.length > 1 ? ('deux_ans' as const) : ('annee' as const),
      ventilation,
      ensemble:
        foldHeader(cells.uo_lib ?? '') !== 'NATIONAL' &&
        isWhole(cells.genre) &&
        isWhole(cells.nationalite) &&
        (cells.regime_inscription === null || isWhole(cells.regime_inscription)) &&
        (isWhole(cells.obtention_diplome) || foldHeader(cells.obtention_diplome ?? '') === 'DIPLOME'),
      jeu: cells.date_jeu,
      mesures: mesuresOf(cells, MESURES, context.has),
    };
  },
});

function isWhole(value: string | null): boolean {
  return foldHeader(value ?? '') === 'ENSEMBLE';
}
