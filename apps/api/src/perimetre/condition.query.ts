import {
  CHAMPS,
  NOMS_DE_CHAMP,
  type Champ,
  type Condition,
  type GenreDeChamp,
  type Operateur,
  type TestDeCondition,
} from './condition.ts';
import { fold } from './faits.ts';
import { perimetreOf, type RegleAEvaluer } from './regle-perimetre.ts';

/**
 * Rules as SQL over `formation_axe x`, and conditions over any columns. Only the words of the code enter the text; every
 * value is a parameter, and field names come from a closed list. Must say what `evaluer-regles.ts` says: a property test
 * holds them together.
 */
export class SqlParameters {
  readonly values: unknown[];

  /** @param first parameters that the statement already has. */
  constructor(first: readonly unknown[] = []) {
    this.values = [...first];
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Where a field is read, in the statement that the condition goes into. */
export interface ColonneDeChamp {
  readonly genre: GenreDeChamp;
  /** A text, a number, or an array of texts, by `genre`; never null in a list. */
  readonly sql: string;
  /** What is asked, as the column holds it. */
  readonly valeur: (asked: string) => string;
}

export type ColonnesDeChamp<Nom extends string> = Readonly<Record<Nom, ColonneDeChamp>>;

/** The column of `formation_axe` that holds a fact: `fait_type_diplome` for `typeDiplome`. */
export const colonneDuFait = (champ: Champ): string =>
  `fait_${champ.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

/**
 * The facts of a formation, folded. The level is the one that is kept up to date: that of the kept certification where the
 * catalogue does not tell it.
 * @param table the alias of `formation_axe`, with a dot; nothing where names stand alone
 */
export function colonnesDesFaits(table: string): ColonnesDeChamp<Champ> {
  const entries = NOMS_DE_CHAMP.map((champ) => [
    champ,
    {
      genre: CHAMPS[champ],
      sql: `${table}${champ === 'niveau' ? 'niveau' : colonneDuFait(champ)}`,
      valeur: fold,
    },
  ]);
  return Object.fromEntries(entries) as ColonnesDeChamp<Champ>;
}

/** Every fact, for a select that a condition is laid on. */
export const FAITS_X = Object.values(colonnesDesFaits('x.')).map(({ sql }) => sql);

const COLONNES = colonnesDesFaits('x.');

const COMPARISONS: Partial<Record<Operateur, string>> = {
  egal: '=',
  inferieur: '<',
  inferieur_ou_egal: '<=',
  superieur: '>',
  superieur_ou_egal: '>=',
};

/** True, false or null of a condition, where null counts as false: the grammar has no negation to turn it. */
export function conditionSql<Nom extends string>(
  condition: Condition<Nom>,
  colonnes: ColonnesDeChamp<Nom>,
  parameters: Pick<SqlParameters, 'add'>,
): string {
  if (condition.type === 'test') return testSql(condition, colonnes[condition.champ], parameters);
  const inner = condition.conditions.map((each) => conditionSql(each, colonnes, parameters));
  return `(${inner.join(condition.type === 'et' ? ' AND ' : ' OR ')})`;
}

function testSql(
  { operateur, valeur }: TestDeCondition<string>,
  { genre, sql, valeur: held }: ColonneDeChamp,
  parameters: Pick<SqlParameters, 'add'>,
): string {
  const asked = (): string => `${parameters.add(held(String(valeur)))}::text`;
  switch (genre) {
    case 'nombre':
      return numberSql(sql, operateur, () => `${parameters.add(Number(valeur))}::float8`);
    case 'liste':
      if (operateur === 'vide') return `${sql} = '{}'`;
      if (operateur === 'non_vide') return `${sql} <> '{}'`;
      return `${asked()} ${operateur === 'contient' ? '= ANY' : '<> ALL'} (${sql})`;
    default:
      return textSql(sql, operateur, asked, () => parameters.add((valeur as readonly string[]).map(held)));
  }
}

function numberSql(fact: string, operateur: Operateur, asked: () => string): string {
  if (operateur === 'vide') return `${fact} IS NULL`;
  if (operateur === 'non_vide') return `${fact} IS NOT NULL`;
  if (operateur === 'different') return `${fact} IS DISTINCT FROM ${asked()}`;
  return `${fact} ${COMPARISONS[operateur] ?? '='} ${asked()}`;
}

/** An absent text is empty; what looks for a text leaves the column bare, so that an index on it serves. */
function textSql(fact: string, operateur: Operateur, asked: () => string, list: () => string): string {
  const known = `coalesce(${fact}, '')`;
  switch (operateur) {
    // The column bare: PostgreSQL knows how many rows of it are empty, and nothing of an expression.
    case 'vide':
      return `(${fact} IS NULL OR ${fact} = '')`;
    case 'non_vide':
      return `${fact} <> ''`;
    case 'parmi':
      return `${fact} = ANY(${list()}::text[])`;
    case 'different':
      return `${known} <> ${asked()}`;
    case 'contient':
      return `position(${asked()} IN ${fact}) > 0`;
    case 'ne_contient_pas':
      return `position(${asked()} IN ${known}) = 0`;
    case 'commence_par':
      return `starts_with(${fact}, ${asked()})`;
    default:
      return `${fact} = ${asked()}`;
  }
}

/** Whether a rule touches the row `x`. */
export function regleSql(regle: RegleAEvaluer, parameters: SqlParameters): string {
  const parts: string[] = [];
  if (regle.plateforme !== null) {
    parts.push(`${COLONNES.plateforme.sql} = ${parameters.add(regle.plateforme)}::text`);
  }
  if (regle.typeDiplome !== null) {
    const type = `${parameters.add(fold(regle.typeDiplome))}::text`;
    parts.push(`(${COLONNES.typeDiplome.sql} = ${type} OR ${COLONNES.famille.sql} = ${type})`);
  }
  if (regle.filiere !== null) parts.push(`${COLONNES.voie.sql} = ${parameters.add(regle.filiere)}::text`);
  if (regle.niveau !== null) parts.push(`x.niveau = ${parameters.add(regle.niveau)}::integer`);
  if (regle.condition !== null) parts.push(conditionSql(regle.condition, COLONNES, parameters));
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

/**
 * The verdict of ranked rules on every row `x` of `where`, as a select of `formation_id`, `perimetre`, `regle_id`.
 * One pass over the rows, whatever the number of rules.
 */
export function verdictsSql(
  ranked: readonly RegleAEvaluer[],
  where: string,
  parameters: SqlParameters,
): string {
  const cases = ranked.map((regle, index) => `WHEN ${regleSql(regle, parameters)} THEN ${index}`);
  const rank = cases.length === 0 ? 'NULL::integer' : `CASE ${cases.join(' ')} END`;
  const regles = ranked.map(({ id, conditionIntegration, derogations }, rang) => ({
    rang,
    id,
    perimetre: perimetreOf(conditionIntegration),
    academies: Object.fromEntries(
      Object.entries(derogations).map(([academie, condition]) => [academie, perimetreOf(condition)]),
    ),
  }));
  return `SELECT v.formation_id, r.id AS regle_id,
      coalesce(r.academies->>v.fait_academie, r.perimetre, 'sans_regle') AS perimetre
    FROM (SELECT x.formation_id, x.fait_academie, ${rank} AS rang FROM formation_axe x WHERE ${where}) v
    LEFT JOIN jsonb_to_recordset(${parameters.add(JSON.stringify(regles))}::jsonb)
      AS r (rang integer, id uuid, perimetre text, academies jsonb) ON r.rang = v.rang`;
}
