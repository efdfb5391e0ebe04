import type { Acteur, TypeAlerte } from '#matching';
import { csvParts } from '../common/csv.ts';
import type { AlerteView } from './alerte.query.ts';

const TYPES: Readonly<Record<TypeAlerte, string>> = {
  CODE_FERME_AVANT_RENTREE: 'Code fermé avant la rentrée',
  CODE_DISPARU: 'Code disparu de la nomenclature',
  FICHE_RNCP_FINIE: 'Fiche RNCP finie avant la rentrée',
  MEF_DUREE_INCOHERENTE: 'MEF incohérent avec la durée',
  UAI_FERMEE: 'Établissement fermé',
  HABILITATION_FINISSANTE: 'Habilitation finie ou qui finit',
};

const ACTEURS: Readonly<Record<Acteur, string>> = {
  etablissement: 'établissement',
  carif_oref: 'Carif-Oref',
  rectorat: 'rectorat (SAIO)',
  dne: 'DNE',
  certificateur: 'certificateur',
};

const COLONNES = ['Alerte', 'Objet', 'Détail', 'Qui agit', 'Date', 'Formations', 'Places', 'Vœux'];

/** The alerts for a spreadsheet, a page of the list at a time. */
export function alertesCsv(
  pages: AsyncIterable<readonly AlerteView[]> | Iterable<readonly AlerteView[]>,
): AsyncGenerator<string> {
  return csvParts(COLONNES, pages, (one) => [
    TYPES[one.type],
    one.cle,
    one.libelle,
    ACTEURS[one.acteur],
    one.date,
    one.nbFormations,
    one.places,
    one.voeux,
  ]);
}

/** The alerts as lines of a terminal. */
export function alertesText(alertes: readonly AlerteView[]): string {
  if (alertes.length === 0) return 'Aucune alerte.\n';
  return alertes
    .map(
      (one) =>
        `${TYPES[one.type]} — ${one.libelle} ${String(one.nbFormations)} formation(s), ${String(one.places)} place(s) ; qui agit : ${ACTEURS[one.acteur]}\n`,
    )
    .join('');
}
