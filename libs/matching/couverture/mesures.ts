import type { Chiffres } from './chiffres.ts';
import { publishedTaux, tauxAutresOf, tauxOf } from './taux.ts';

/** A published measure: a number, or why there is none. */
export type MesurePubliee = { readonly valeur: number } | { readonly motif: 'nd' | 'na' | 'vide' };
/** Measures by the name that their producer gives them. */
export type MesuresPubliees = Readonly<Record<string, MesurePubliee>>;

/**
 * Figures of a line of InserJeunes. Rates come from the counts where they are given, else from the published shares of
 * the whole (`DEVENIR_part_…`, or `part_…` in the open data). `taux_emploi_6_mois` is not one of these: it counts only
 * those who left, and so never stands for the rate among all.
 */
export function chiffresInserJeunes(mesures: MesuresPubliees): Chiffres {
  const read = readerOf(mesures);
  const nbAnneeTerm = read.count('nb_annee_term');
  const emploi =
    tauxOf(read.count('nb_en_emploi_6_mois'), nbAnneeTerm) ??
    read.taux('DEVENIR_part_en_emploi_6_mois', 'part_en_emploi_6_mois');
  const formation =
    tauxOf(read.count('nb_poursuite_etudes'), nbAnneeTerm) ??
    read.taux('DEVENIR_part_poursuite_etudes', 'part_poursuite_etudes', 'taux_poursuite_etudes');
  return {
    nbAnneeTerm,
    ...rates(emploi, formation),
    ...salaires(read, (q) => [`salaire_TS_${q}_12_mois`, `salaire_TS_${q}_12_mois_prec`]),
    suppression: suppressionOf(mesures, [
      'nb_en_emploi_6_mois',
      'nb_poursuite_etudes',
      'DEVENIR_part_en_emploi_6_mois',
      'part_en_emploi_6_mois',
    ]),
  };
}

/**
 * Figures of a line of InserSup. Those counted are the ones who left and the ones who went on studying; the rate among
 * the former, which the open data publish, is brought back to all of them through the counts.
 */
export function chiffresInserSup(mesures: MesuresPubliees): Chiffres {
  const read = readerOf(mesures);
  const sortants = read.count('nb_sortants');
  const poursuivants = read.count('nb_poursuivants');
  const nbAnneeTerm = sortants === null || poursuivants === null ? null : sortants + poursuivants;
  const enEmploi =
    read.count('nb_in_dsn_6') ??
    read.count('nb_sortants_en_emploi_6') ??
    read.count('nb_sortants_en_emploi_sal_fr_6') ??
    shareOf(
      read.number('tx_sortants_en_emploi_6') ?? read.number('tx_sortants_en_emploi_sal_fr_6'),
      sortants,
    );
  const emploi = tauxOf(enEmploi, nbAnneeTerm) ?? read.taux('taux_in_dsn_6');
  const formation = tauxOf(poursuivants, nbAnneeTerm) ?? read.taux('taux_poursuivant');
  return {
    nbAnneeTerm,
    ...rates(emploi, formation),
    ...salaires(read, (q) => [
      `salaire_${q.toLowerCase()}_national_diplome_12`,
      `salaire_${q.toLowerCase()}_12`,
    ]),
    suppression: suppressionOf(mesures, [
      'nb_sortants',
      'nb_poursuivants',
      'nb_in_dsn_6',
      'nb_sortants_en_emploi_6',
    ]),
  };
}

/** A rate of the SIES, in %; null where it is not given or is no rate. */
export function tauxSies(mesure: MesurePubliee): number | null {
  return 'valeur' in mesure && mesure.valeur >= 0 && mesure.valeur <= 100 ? mesure.valeur : null;
}

function rates(
  emploi: number | null,
  formation: number | null,
): Pick<Chiffres, 'tauxEnEmploi6Mois' | 'tauxEnFormation' | 'tauxAutres6Mois'> {
  return {
    tauxEnEmploi6Mois: emploi,
    tauxEnFormation: formation,
    tauxAutres6Mois: tauxAutresOf(emploi, formation),
  };
}

interface Reader {
  number(name: string): number | null;
  /** A number of people. */
  count(name: string): number | null;
  /** The first of the rates that is given. */
  taux(...names: readonly string[]): number | null;
}

function readerOf(mesures: MesuresPubliees): Reader {
  const number = (name: string): number | null => {
    const mesure = mesures[name];
    return mesure !== undefined && 'valeur' in mesure ? mesure.valeur : null;
  };
  return {
    number,
    count: (name) => {
      const value = number(name);
      return value !== null && value >= 0 ? Math.round(value) : null;
    },
    taux: (...names) => {
      for (const name of names) {
        const rate = publishedTaux(number(name));
        if (rate !== null) return rate;
      }
      return null;
    },
  };
}

function shareOf(rate: number | null, whole: number | null): number | null {
  return rate === null || whole === null ? null : Math.round((rate * whole) / 100);
}

function salaires(
  read: Reader,
  names: (quartile: 'Q1' | 'Q2' | 'Q3') => readonly string[],
): Pick<Chiffres, 'salaire12MoisQ1' | 'salaire12MoisQ2' | 'salaire12MoisQ3'> {
  const of = (quartile: 'Q1' | 'Q2' | 'Q3'): number | null => {
    for (const name of names(quartile)) {
      const value = read.count(name);
      if (value !== null) return value;
    }
    return null;
  };
  return { salaire12MoisQ1: of('Q1'), salaire12MoisQ2: of('Q2'), salaire12MoisQ3: of('Q3') };
}

/** `nd` wins over `na`: one of the measures is kept from us. */
function suppressionOf(mesures: MesuresPubliees, names: readonly string[]): Chiffres['suppression'] {
  const motifs = new Set(
    names.flatMap((name) => {
      const mesure = mesures[name];
      return mesure !== undefined && 'motif' in mesure ? [mesure.motif] : [];
    }),
  );
  if (motifs.has('nd')) return 'nd';
  return motifs.has('na') ? 'na' : null;
}
