import {
  chiffresInserJeunes,
  chiffresInserSup,
  tauxSies,
  type Chiffres,
  type CodeCertification,
  type SourceChiffres,
  type TypeTerritoire,
  type Voie,
} from '#matching';
import type { InserJeunesRow, InserSupRow, Mesures, RowTypes, SiesRow } from '#sources';
import type { TableChiffres } from './tables-chiffres.ts';

/** A published line on its way into `indicateur`. */
export interface IndicateurARanger {
  readonly source: SourceChiffres;
  readonly millesime: string;
  readonly annee: number;
  readonly territoire: TypeTerritoire;
  readonly codeTerritoire: string;
  readonly codeCertification: CodeCertification;
  readonly voie: Voie | null;
  readonly chiffres: Chiffres;
  readonly tauxDePassage: number | null;
  readonly tauxDeReussite: number | null;
  readonly mesures: Mesures;
}

/** SISE codes that stand for no diploma. */
const SISE_FICTIFS = new Set(['0000001', '0000002', '0000003']);
/** Months after the diploma at which the rates are shown. */
const MOIS = 6;

/**
 * The indicator of a snapshot's line; null for a line that is none: the total of a place, a sub-total, another month
 * than the sixth, a place or a vintage that nothing tells.
 */
export function indicateurDeLigne<Table extends TableChiffres>(
  table: Table,
  row: RowTypes[Table],
): IndicateurARanger | null {
  switch (table) {
    case 'inserjeunes':
    case 'inserjeunes_etablissement':
      return deInserJeunes(row as InserJeunesRow);
    case 'insersup':
    case 'insersup_open_data':
      return deInserSup(row as InserSupRow);
    case 'sies_passage':
    case 'sies_reussite':
      return deSies(table, row as SiesRow);
  }
}

/** The last school year of a vintage: `2022_2023` → 2023, `2021,2022` → 2022. */
export function derniereAnneeOf(millesime: string): number | null {
  const years = (millesime.match(/(?:19|20)\d{2}/g) ?? []).map(Number);
  return years.length === 0 ? null : Math.max(...years);
}

function deInserJeunes(row: InserJeunesRow): IndicateurARanger | null {
  const codeCertification =
    row.mefstat11 !== null
      ? (`MEFSTAT11:${row.mefstat11}` as const)
      : row.cfd !== null
        ? (`CFD:${row.cfd}` as const)
        : null;
  const france = row.territoire === 'france';
  if (codeCertification === null || row.millesime === null || (!france && row.codeTerritoire === null))
    return null;
  const annee = derniereAnneeOf(row.millesime);
  if (annee === null) return null;
  return {
    source: 'inserjeunes',
    millesime: row.millesime,
    annee,
    territoire: row.territoire,
    codeTerritoire: france ? '' : (row.codeTerritoire ?? ''),
    codeCertification,
    voie: row.voie,
    chiffres: chiffresInserJeunes(row.mesures),
    tauxDePassage: null,
    tauxDeReussite: null,
    mesures: row.mesures,
  };
}

function deInserSup(row: InserSupRow): IndicateurARanger | null {
  const { uai, sise } = row;
  const mois = row.ventilation.moisApresDiplome;
  if (!row.ensemble || uai === null || sise === null || SISE_FICTIFS.has(sise)) return null;
  if (mois !== null && mois !== MOIS) return null;
  const millesime = row.annees.join('_');
  const annee = derniereAnneeOf(millesime);
  if (annee === null) return null;
  const mesures = mois === null ? row.mesures : byMonth(row.mesures, mois);
  return {
    source: 'insersup',
    millesime,
    annee,
    territoire: 'etablissement',
    codeTerritoire: uai,
    codeCertification: `SISE:${sise}`,
    voie: null,
    chiffres: chiffresInserSup(mesures),
    tauxDePassage: null,
    tauxDeReussite: null,
    mesures,
  };
}

/** The long export names its measures without the month, which the line says. */
function byMonth(mesures: Mesures, mois: number): Mesures {
  return Object.fromEntries(
    Object.entries(mesures).map(([nom, mesure]) =>
      /^(?:tx_sortants|nb_sortants_en|salaire_)/.test(nom) && !/_\d+$/.test(nom)
        ? [`${nom}_${String(mois)}`, mesure]
        : [nom, mesure],
    ),
  );
}

const SANS_CHIFFRE: Chiffres = {
  nbAnneeTerm: null,
  tauxEnEmploi6Mois: null,
  tauxEnFormation: null,
  tauxAutres6Mois: null,
  salaire12MoisQ1: null,
  salaire12MoisQ2: null,
  salaire12MoisQ3: null,
  suppression: null,
};

function deSies(table: 'sies_passage' | 'sies_reussite', row: SiesRow): IndicateurARanger | null {
  if (row.sise === null || row.annee === null) return null;
  const annee = derniereAnneeOf(row.annee);
  if (annee === null) return null;
  const taux = tauxSies(row.taux);
  const suppression = 'motif' in row.taux && row.taux.motif !== 'vide' ? row.taux.motif : null;
  return {
    source: table,
    millesime: row.annee,
    annee,
    territoire: 'etablissement',
    // A composante has its own rate; the university's is that of its main UAI.
    codeTerritoire: row.uaiComposante ?? row.uai,
    codeCertification: `SISE:${row.sise}`,
    voie: null,
    chiffres: { ...SANS_CHIFFRE, suppression },
    tauxDePassage: table === 'sies_passage' ? taux : null,
    tauxDeReussite: table === 'sies_reussite' ? taux : null,
    mesures: { effectif: row.effectif, taux: row.taux },
  };
}
