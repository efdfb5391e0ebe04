import { ETATS_COUVERTURE } from '#matching';
import { csvDocument, type CsvCell } from '../common/csv.ts';
import type { Compte, RapportCouverture } from './couverture.ts';

const percent = (n: number, total: number): number | null =>
  total === 0 ? null : Math.round((n / total) * 1_000) / 10;

const countOf = (etats: readonly Compte[], wanted: string): number =>
  etats.find(({ etat }) => etat === wanted)?.n ?? 0;

/** The report as a spreadsheet: one line a group, then all of them; a column a state. */
export function couvertureCsv(rapport: RapportCouverture): string {
  const { moment, poids, groupe, groupes, comparaison } = rapport;
  const header = [
    groupe,
    'moment',
    'poids',
    'total',
    'taux_de_couverture',
    ...ETATS_COUVERTURE,
    'total_compare',
    'taux_compare',
    'ecart_en_points',
  ];
  const line = (
    name: string,
    { total, couvert, etats }: { total: number; couvert: number; etats: readonly Compte[] },
    before: { total: number; couvert: number; ecartPoints: number | null } | null,
  ): CsvCell[] => [
    name,
    moment,
    poids,
    total,
    percent(couvert, total),
    ...ETATS_COUVERTURE.map((etat) => countOf(etats, etat)),
    before?.total ?? null,
    before === null ? null : percent(before.couvert, before.total),
    before?.ecartPoints ?? null,
  ];
  return csvDocument(header, [
    ...groupes.map((each) => line(each.libelle, each, each.comparaison)),
    line('Ensemble', rapport, comparaison),
  ]);
}

const FRENCH = new Intl.NumberFormat('fr-FR');

/** The report as a person reads it in a terminal. */
export function couvertureText(rapport: RapportCouverture): string {
  const { campagneNom, total, couvert, etats, moments, groupes, comparaison, poids } = rapport;
  const share = (n: number, of: number): string => {
    const found = percent(n, of);
    return found === null ? '–' : `${FRENCH.format(found)} %`;
  };
  const lines = [
    `${campagneNom} : ${share(couvert, total)} couvert (${FRENCH.format(couvert)} sur ${FRENCH.format(total)} ${NOM_DU_POIDS[poids]})`,
    ...moments.map((each) => `  ${NOM_DU_MOMENT[each.moment]} : ${share(each.couvert, each.total)}`),
    '',
    ...etats.map(
      ({ etat, n }) => `  ${FRENCH.format(n).padStart(9)}  ${share(n, total).padStart(7)}  ${etat}`,
    ),
    '',
    ...groupes.map(
      (each) =>
        `  ${FRENCH.format(each.total).padStart(9)}  ${share(each.couvert, each.total).padStart(7)}  ${each.libelle}`,
    ),
  ];
  if (comparaison !== null) {
    const points = comparaison.ecartPoints;
    lines.push(
      '',
      `Comparé à ${comparaison.campagneNom} : ${points === null ? 'rien à comparer' : `${points > 0 ? '+' : ''}${FRENCH.format(points)} point(s)`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const NOM_DU_POIDS = { formations: 'formations', places: 'places', voeux: 'vœux' } as const;
const NOM_DU_MOMENT = {
  codes: 'codes tels que donnés',
  concordance: 'après la table de concordance',
  revue: "après l'appariement et la revue",
} as const;
