import { lireCas, type Cas } from './cas-attendus.ts';

/**
 * One hand-written line of samples/cas-couverture.csv. The three moments are empty where the case says nothing of one;
 * `chiffres` is `46:43/46/11`: counted, then employment, studies, neither; `-` for what is not shown.
 */
export type CasCouverture = Cas<
  | 'regle'
  | 'codes'
  | 'concordance'
  | 'couverture'
  | 'chiffres'
  | 'code_donnee'
  | 'type_donnee'
  | 'chemin'
  | 'uai_donnee'
  | 'uai_donnee_type'
  | 'millesime'
  | 'autre'
>;

export function casCouverture(): CasCouverture[] {
  return lireCas('cas-couverture');
}

interface LigneChiffres {
  readonly couverture: string;
  readonly couverture_concordance: string;
  readonly couverture_codes: string;
  readonly code_donnee: string | null;
  readonly type_donnee: string | null;
  readonly chemin: string | null;
  readonly inverse: boolean | null;
  readonly uai_donnee: string | null;
  readonly uai_donnee_type: string | null;
  readonly millesime: string | null;
  readonly nb_annee_term: number | null;
  readonly taux_en_emploi_6_mois: number | null;
  readonly taux_en_formation: number | null;
  readonly taux_autres_6_mois: number | null;
  readonly salaire_12_mois_q1: number | null;
  readonly salaire_12_mois_q2: number | null;
  readonly salaire_12_mois_q3: number | null;
  readonly taux_de_passage: number | null;
  readonly taux_de_reussite: number | null;
  readonly detail: {
    readonly terminales: readonly { readonly certification: string; readonly couvert: boolean }[];
    readonly repli: {
      readonly chiffres: Readonly<Record<string, number | null>>;
      readonly provenance: {
        readonly territoire: string;
        readonly codeTerritoire: string;
        readonly codeDonnee: string;
      };
    } | null;
  };
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '-' : String(value);

/** What the service stored of a formation, written as the cases are; empty where the case is empty. */
export function casObtenu(cas: CasCouverture, ligne: LigneChiffres): CasCouverture {
  return {
    ...cas,
    codes: cas.codes === '' ? '' : ligne.couverture_codes,
    concordance: cas.concordance === '' ? '' : ligne.couverture_concordance,
    couverture: ligne.couverture,
    chiffres:
      ligne.code_donnee === null
        ? ''
        : `${shown(ligne.nb_annee_term)}:${shown(ligne.taux_en_emploi_6_mois)}/${shown(ligne.taux_en_formation)}/${shown(ligne.taux_autres_6_mois)}`,
    code_donnee: ligne.code_donnee ?? '',
    type_donnee: ligne.type_donnee ?? '',
    chemin: `${ligne.chemin ?? ''}${ligne.inverse === true ? ' inverse' : ''}`,
    uai_donnee: ligne.uai_donnee ?? '',
    uai_donnee_type: ligne.uai_donnee_type ?? '',
    millesime: ligne.millesime ?? '',
    autre: cas.autre === '' ? '' : autreObtenu(ligne),
  };
}

function autreObtenu({ detail, ...ligne }: LigneChiffres): string {
  const parts: string[] = [];
  const salaires = [ligne.salaire_12_mois_q1, ligne.salaire_12_mois_q2, ligne.salaire_12_mois_q3];
  if (salaires.some((salaire) => salaire !== null)) parts.push(`salaires=${salaires.map(shown).join('/')}`);
  for (const { certification, couvert } of detail.terminales)
    if (couvert) parts.push(`terminale=${certification}`);
  if (ligne.taux_de_passage !== null) parts.push(`passage=${ligne.taux_de_passage}`);
  if (ligne.taux_de_reussite !== null) parts.push(`reussite=${ligne.taux_de_reussite}`);
  if (detail.repli !== null) {
    const { chiffres, provenance } = detail.repli;
    const lieu = `${provenance.territoire}${provenance.codeTerritoire === '' ? '' : ` ${provenance.codeTerritoire}`}`;
    const taux = [chiffres['tauxEnEmploi6Mois'], chiffres['tauxEnFormation'], chiffres['tauxAutres6Mois']];
    parts.push(
      `repli=${lieu} ${provenance.codeDonnee} ${shown(chiffres['nbAnneeTerm'])}:${taux.map(shown).join('/')}`,
    );
  }
  return parts.join(' ');
}
