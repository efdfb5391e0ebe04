import type { Select } from '../database/list-page.ts';
import { FAITS_X } from '../perimetre/condition.query.ts';
import { champsDe, type ChampFormation } from './formation-condition.ts';
import type { FormationFilter } from './formation-filter.ts';

/** Of each campaign, the run whose results are shown: the last one that ended well. */
export const LAST_RUN = `SELECT DISTINCT ON (campagne_id) campagne_id, id FROM execution WHERE statut = 'terminee'
  ORDER BY campagne_id, ended_at DESC, id`;

/** The one campaign that is listed. */
export interface CampagneListee {
  readonly campagneId: string;
  /** The run that is shown; null until one has ended. */
  readonly executionId: string | null;
}

/** The tables that have a line by formation, each under its alias. */
const TABLES = {
  l: 'formation_liste',
  s: 'formation_recherche',
  x: 'formation_axe',
  k: 'chiffres_formation',
};
type Depart = keyof typeof TABLES;

/** Where a filter is answered, other than in `formation_liste`. */
const REPONDU: Partial<Record<keyof FormationFilter, Depart>> = {
  q: 's',
  perimetre: 'x',
  typeCouverture: 'x',
  academieCode: 'x',
  raisonCouverture: 'k',
  raisonConcordance: 'k',
  raisonCodes: 'k',
};
/**
 * What `formation_axe` does not know; it has a line by formation, where figures may be missing and their absence asked
 * for.
 */
const CHAMPS_DE_REPONSE: readonly ChampFormation[] = [
  'statut',
  'decision',
  'confiance',
  'motifs',
  'certification',
  'couverture',
];
/** What every table knows. */
const PARTOUT = ['campagneId', 'executionId', 'ids', 'condition'];

/** The table that knows all that is asked, so that counting reads it alone; `formation_liste` where none does. */
export function departDuCompte(filter: FormationFilter): Depart {
  const asked = Object.entries(filter).filter(
    ([key, value]) => value !== undefined && !PARTOUT.includes(key),
  );
  const known = new Set<Depart>(asked.map(([key]) => REPONDU[key as keyof FormationFilter] ?? 'l'));
  for (const champ of filter.condition === undefined ? [] : champsDe(filter.condition)) {
    known.add(CHAMPS_DE_REPONSE.includes(champ) ? 'l' : 'x');
  }
  const [only] = known;
  return only === undefined || known.size > 1 ? 'l' : only;
}

/** What a formation is filtered by beside its result: the axes of the reports, the facts of the catalogue, figures. */
export const AXES = `x.perimetre, x.type_diplome AS "typeCouverture", x.academie AS "academieCode",
    ${FAITS_X.join(', ')}, k.couverture::text AS "raisonCouverture",
    k.couverture_concordance::text AS "raisonConcordance", k.couverture_codes::text AS "raisonCodes"`;

/**
 * What a page is chosen by: a join whose columns neither a condition nor the sort names is not made (each is a LEFT JOIN
 * on a key). Rows are then read whole, a page at a time.
 * @param depart the table whose lines are those of the list
 * @param listee the one campaign asked for: a value rather than a join, so that PostgreSQL knows how many rows a filter
 *   keeps and what it can leave out; all campaigns when absent, and `depart` is then `l`
 */
export function choixDeFormations(depart: Depart, listee?: CampagneListee): Select {
  return (add) => {
    const run = listee === undefined ? 'e.id' : `${add(listee.executionId)}::uuid`;
    const campagne = listee === undefined ? 'l.campagne_id' : `${add(listee.campagneId)}::uuid`;
    const own = (alias: string): string => (alias === 'k' ? ` AND k.execution_id = ${run}` : '');
    const joins = Object.entries(TABLES)
      .filter(([alias]) => alias !== depart)
      .map(
        ([alias, table]) =>
          `LEFT JOIN ${table} ${alias} ON ${alias}.formation_id = ${depart}.formation_id${own(alias)}`,
      );
    const scope = depart === 'k' ? `k.execution_id = ${run}` : `${depart}.campagne_id = ${campagne}`;
    return `SELECT ${depart}.formation_id AS id, ${campagne} AS "campagneId", l.rang, l.signature_id, l.libelle,
        l.academie, l.type_diplome AS "typeDiplome", l.voie, f.identifiant, f.uai, f.voeux, s.recherche,
        f.contenu->>'etablissement' AS etablissement, l.statut, l.decision, l.confiance, l.motifs,
        l.code_certification AS "codeCertification", ${AXES}
      FROM ${TABLES[depart]} ${depart}
      ${listee === undefined ? `LEFT JOIN (${LAST_RUN}) e ON e.campagne_id = l.campagne_id` : ''}
      ${joins.join(' ')} LEFT JOIN formation f ON f.id = ${depart}.formation_id
      WHERE ${scope}`;
  };
}
