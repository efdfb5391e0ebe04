import type { IsoDate } from '../reference-data.ts';

/** What ACCE says of an establishment, as far as the checks read it. */
export interface FicheEtablissement {
  readonly uai: string;
  /** `1` open, `2` to close, `3` to open, `4` closed; null where the extract has no such column. */
  readonly etat: string | null;
  readonly nature: string | null;
  /** Supervising ministry: `03` agriculture, `06` national education. */
  readonly tutelle: string | null;
  /** `PU` public, `PR` private. */
  readonly secteur: string | null;
  /** `10` outside contract, `60` agricultural contract, `99` does not apply. */
  readonly contrat: string | null;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

export type OuvertureUai = 'ouverte' | 'fermee' | 'a_venir' | 'inconnue';

/**
 * Whether an establishment is open on a day. Its dates rule; its state is only read where the dates do not tell: ACCE
 * keeps establishments « à fermer » whose closing day is still to come.
 * @param fiche nothing for a UAI that ACCE does not hold
 */
export function ouvertureUai(
  fiche: Pick<FicheEtablissement, 'etat' | 'dateOuverture' | 'dateFermeture'> | null | undefined,
  jour: IsoDate,
): OuvertureUai {
  if (fiche === null || fiche === undefined) return 'inconnue';
  const { etat, dateOuverture, dateFermeture } = fiche;
  if (dateFermeture !== null && dateFermeture <= jour) return 'fermee';
  if (etat === '4' && dateFermeture === null) return 'fermee';
  if (dateOuverture !== null && dateOuverture > jour) return 'a_venir';
  if (etat === '3' && dateOuverture === null) return 'a_venir';
  return 'ouverte';
}

/** A UAI and the one above it. */
export interface Rattachement {
  readonly mere: string;
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
}

/**
 * The mère of an establishment on a day, when there is one only: some have several (0010804U), and none of them may
 * then lend its figures without a person.
 */
export function mereUnique(
  liens: readonly Rattachement[],
  jour: IsoDate,
): { readonly mere: string | null; readonly plusieurs: boolean } {
  const ouverts = liens.filter(
    ({ dateOuverture, dateFermeture }) =>
      (dateOuverture === null || dateOuverture <= jour) && (dateFermeture === null || dateFermeture > jour),
  );
  const meres = new Set(ouverts.map(({ mere }) => mere));
  const [seule] = meres;
  return { mere: meres.size === 1 ? (seule ?? null) : null, plusieurs: meres.size > 1 };
}

const TUTELLE_AGRICULTURE = '03';
const HORS_CONTRAT = '10';
/** Natures of ACCE that are lycées, lycées professionnels and maisons familiales; CFA and others begin otherwise. */
const NATURE_SECOND_DEGRE = /^3/;

/**
 * Why QuiForme does not reach an establishment, or null when it does: it covers neither private schools outside
 * contract nor agricultural lycées (their CFA and CFPPA are covered).
 */
export function horsPerimetreQuiForme(
  fiche: Pick<FicheEtablissement, 'nature' | 'tutelle' | 'secteur' | 'contrat'> | undefined,
): 'HORS_CONTRAT' | 'LYCEE_AGRICOLE' | null {
  if (fiche === undefined) return null;
  if (fiche.secteur === 'PR' && fiche.contrat === HORS_CONTRAT) return 'HORS_CONTRAT';
  const agricole = fiche.tutelle === TUTELLE_AGRICULTURE && NATURE_SECOND_DEGRE.test(fiche.nature ?? '');
  return agricole ? 'LYCEE_AGRICOLE' : null;
}
