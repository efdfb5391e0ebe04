import { ACADEMIES, ETATS_COUVERTURE, type EtatCouverture } from '#matching';
import type { Compte, Ecart, Groupe, GroupeCouverture } from './couverture.ts';

/** One counted state, of one group or of all. */
export interface LigneComptee {
  readonly cle: string;
  readonly etat: EtatCouverture;
  readonly n: number;
}

const NOM_ACADEMIE: ReadonlyMap<string, string> = new Map(ACADEMIES.map(({ code, nom }) => [code, nom]));
const NOMS: Readonly<Record<string, string>> = {
  scolaire: 'Scolaire',
  apprentissage: 'Apprentissage',
  dans: 'Dans le périmètre',
  hors: 'Hors périmètre',
  sans_regle: 'Sans règle',
};
const NON_RENSEIGNE = 'Non renseigné';

/** Value of an axis in words. */
export function libelleOf(groupe: Groupe, cle: string): string {
  if (cle === '') return NON_RENSEIGNE;
  if (groupe === 'academie') return NOM_ACADEMIE.get(cle) ?? cle;
  return groupe === 'type' ? cle : (NOMS[cle] ?? cle);
}

/** Counts in the order of the closed list; states that nothing has are left out. */
export function comptesOf(lignes: readonly LigneComptee[]): Compte[] {
  const sums = new Map<EtatCouverture, number>();
  for (const { etat, n } of lignes) sums.set(etat, (sums.get(etat) ?? 0) + n);
  return ETATS_COUVERTURE.filter((etat) => (sums.get(etat) ?? 0) > 0).map((etat) => ({
    etat,
    n: sums.get(etat) ?? 0,
  }));
}

export function totalOf(comptes: readonly Compte[]): number {
  return comptes.reduce((sum, { n }) => sum + n, 0);
}

export function couvertOf(comptes: readonly Compte[]): number {
  return comptes.find(({ etat }) => etat === 'Couvert')?.n ?? 0;
}

/** Points of coverage between two sets, to one decimal; null where one of them is empty. */
export function ecartPoints(
  now: { total: number; couvert: number },
  before: { total: number; couvert: number },
): number | null {
  if (now.total === 0 || before.total === 0) return null;
  return Math.round((now.couvert / now.total - before.couvert / before.total) * 1_000) / 10;
}

/** Groups with the most formations first, each beside itself in the compared run. */
export function groupesOf(
  groupe: Groupe,
  lignes: readonly LigneComptee[],
  before: readonly LigneComptee[] | null,
): GroupeCouverture[] {
  const known = byKey(before ?? []);
  return [...byKey(lignes)]
    .map(([cle, own]): GroupeCouverture => {
      const etats = comptesOf(own);
      const counts = { total: totalOf(etats), couvert: couvertOf(etats) };
      const past = known.get(cle);
      return {
        cle,
        libelle: libelleOf(groupe, cle),
        ...counts,
        etats,
        comparaison: past === undefined ? null : compare(counts, comptesOf(past)),
      };
    })
    .sort((a, b) => b.total - a.total || (a.cle < b.cle ? -1 : 1));
}

/** What a set was, and how many points of coverage it has gained. */
export function compare(now: { total: number; couvert: number }, before: readonly Compte[]): Ecart {
  const past = { total: totalOf(before), couvert: couvertOf(before) };
  return { ...past, ecartPoints: ecartPoints(now, past) };
}

function byKey(lignes: readonly LigneComptee[]): Map<string, LigneComptee[]> {
  const groups = new Map<string, LigneComptee[]>();
  for (const ligne of lignes) {
    const group = groups.get(ligne.cle);
    if (group === undefined) groups.set(ligne.cle, [ligne]);
    else group.push(ligne);
  }
  return groups;
}
