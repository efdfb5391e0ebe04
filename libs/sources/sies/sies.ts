import { z } from 'zod';
import { parseSise } from '../core/code-cell.ts';
import { mesureCell } from '../core/mesure-cell.ts';
import { optionalCode, textCell } from '../core/raw-cell.ts';
import { defineTable, type Layout, type TableDefinition } from '../core/table-definition.ts';
import { requiredUaiCode } from '../core/offre-cell.ts';
import { parseUai } from '../core/uai.ts';

/** Names of the same column that we accept; no file of the SIES was seen. */
const UAI = ['uai', 'uai_principale', 'etablissement'] as const;
const SISE = ['sise', 'diplome_sise', 'diplome'] as const;

type Taux = 'taux_passage' | 'taux_de_passage' | 'taux_reussite' | 'taux_de_reussite';

function layouts(taux: readonly [Taux, Taux]): Layout[] {
  return taux.flatMap((rate) =>
    UAI.flatMap((uai) =>
      SISE.map((sise) => ({ requises: [uai, sise, rate], interdites: ['obtention_diplome'] })),
    ),
  );
}

interface SiesSpec {
  readonly id: 'sies_passage' | 'sies_reussite';
  readonly libelle: string;
  /** `taux_passage` or `taux_de_passage`. */
  readonly taux: readonly [Taux, Taux];
}

/** A table of rates of the SIES. */
function sies({ id, libelle, taux }: SiesSpec): TableDefinition<'sies_passage' | 'sies_reussite'> {
  const [rate, otherRate] = taux;
  const shape = {
    uai: textCell,
    uai_principale: textCell,
    etablissement: textCell,
    uai_composante: optionalCode(parseUai),
    sise: optionalCode(parseSise),
    diplome_sise: optionalCode(parseSise),
    diplome: optionalCode(parseSise),
    libelle_diplome: textCell,
    libelle: textCell,
    type_diplome: textCell,
    annee_universitaire: textCell,
    annee: textCell,
    effectif: mesureCell,
    effectif_entrants: mesureCell,
    nb_inscrits: mesureCell,
    taux_passage: mesureCell,
    taux_de_passage: mesureCell,
    taux_reussite: mesureCell,
    taux_de_reussite: mesureCell,
  };
  return defineTable<'sies_passage' | 'sies_reussite', typeof shape>({
    id,
    source: 'sies',
    libelle,
    kind: 'complement',
    layouts: layouts(taux),
    schema: z.object(shape),
    toRow: (cells, { has }) => {
      const colonne = UAI.find(has) ?? 'uai';
      const uai = requiredUaiCode.safeParse(cells[colonne] ?? '');
      if (!uai.success) {
        const message = uai.error.issues[0]?.message ?? "l'UAI est illisible";
        return { refus: { colonne, motif: 'UAI_INVALIDE', message } };
      }
      const effectif = (['effectif', 'effectif_entrants', 'nb_inscrits'] as const).find(has);
      return {
        uai: uai.data,
        uaiComposante: cells.uai_composante,
        sise: cells.sise ?? cells.diplome_sise ?? cells.diplome,
        libelle: cells.libelle_diplome ?? cells.libelle,
        typeDiplome: cells.type_diplome,
        annee: cells.annee_universitaire ?? cells.annee,
        effectif: effectif === undefined ? { motif: 'vide' as const } : cells[effectif],
        taux: has(rate) ? cells[rate] : cells[otherRate],
      };
    },
  });
}

/**
 * Taux de passage of the SIES: share of the entrants of a diploma who reach its second year. `assumed`: that the
 * columns bear these names; figures may be `nd`. One file (CSV or workbook) a year.
 */
export const siesPassage = sies({
  id: 'sies_passage',
  libelle: 'SIES — taux de passage par établissement et diplôme',
  taux: ['taux_passage', 'taux_de_passage'],
});

/** Taux de réussite of the SIES: share of the entrants who obtain the diploma. `assumed`, as above. */
export const siesReussite = sies({
  id: 'sies_reussite',
  libelle: 'SIES — taux de réussite par établissement et diplôme',
  taux: ['taux_reussite', 'taux_de_reussite'],
});
