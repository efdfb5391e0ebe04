import { CHAMPS, type Champ, type Condition, type Operateur, type TestDeCondition } from './condition.ts';
import { fold } from './faits.ts';
import { perimetreOf, type RegleAEvaluer } from './regle-perimetre.ts';

/**
 * Rules as SQL over `formation_axe x`. Only the words of this file enter the text; every value is a parameter, and
 * field names come from the closed list. Must say what `evaluer-regles.ts` says: a property test holds them together.
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

const COMPARISONS: Partial<Record<Operateur, string>> = {
  egal: '=',
  inferieur: '<',
  inferieur_ou_egal: '<=',
  superieur: '>',
  superieur_ou_egal: '>=',
};

const text = (champ: Champ): string => `coalesce(x.faits->>'${champ}', '')`;
const number = (champ: Champ): string => (champ === 'niveau' ? 'x.niveau' : `(x.faits->>'${champ}')::float8`);

/** True, false or null of a condition, where null counts as false: the grammar has no negation to turn it. */
export function conditionSql(condition: Condition, parameters: SqlParameters): string {
  if (condition.type === 'test') return testSql(condition, parameters);
  const inner = condition.conditions.map((each) => conditionSql(each, parameters));
  return `(${inner.join(condition.type === 'et' ? ' AND ' : ' OR ')})`;
}

function testSql({ champ, operateur, valeur }: TestDeCondition, parameters: SqlParameters): string {
  const asked = (): string => `${parameters.add(fold(String(valeur)))}::text`;
  switch (CHAMPS[champ]) {
    case 'nombre':
      return numberSql(number(champ), operateur, () => `${parameters.add(Number(valeur))}::float8`);
    case 'liste': {
      const list = `(x.faits->'${champ}')`;
      if (operateur === 'vide') return `jsonb_array_length(${list}) = 0`;
      if (operateur === 'non_vide') return `jsonb_array_length(${list}) > 0`;
      return `${operateur === 'contient' ? '' : 'NOT '}jsonb_exists(${list}, ${asked()})`;
    }
    default:
      return textSql(text(champ), operateur, asked, () =>
        parameters.add((valeur as readonly string[]).map(fold)),
      );
  }
}

function numberSql(fact: string, operateur: Operateur, asked: () => string): string {
  if (operateur === 'vide') return `${fact} IS NULL`;
  if (operateur === 'non_vide') return `${fact} IS NOT NULL`;
  if (operateur === 'different') return `${fact} IS DISTINCT FROM ${asked()}`;
  return `${fact} ${COMPARISONS[operateur] ?? '='} ${asked()}`;
}

function textSql(fact: string, operateur: Operateur, asked: () => string, list: () => string): string {
  switch (operateur) {
    case 'vide':
      return `${fact} = ''`;
    case 'non_vide':
      return `${fact} <> ''`;
    case 'parmi':
      return `${fact} = ANY(${list()}::text[])`;
    case 'different':
      return `${fact} <> ${asked()}`;
    case 'contient':
      return `position(${asked()} IN ${fact}) > 0`;
    case 'ne_contient_pas':
      return `position(${asked()} IN ${fact}) = 0`;
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
    parts.push(`${text('plateforme')} = ${parameters.add(regle.plateforme)}::text`);
  }
  if (regle.typeDiplome !== null) {
    const type = `${parameters.add(fold(regle.typeDiplome))}::text`;
    parts.push(`(${text('typeDiplome')} = ${type} OR ${text('famille')} = ${type})`);
  }
  if (regle.filiere !== null) parts.push(`${text('voie')} = ${parameters.add(regle.filiere)}::text`);
  if (regle.niveau !== null) parts.push(`x.niveau = ${parameters.add(regle.niveau)}::integer`);
  if (regle.condition !== null) parts.push(conditionSql(regle.condition, parameters));
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
  return `SELECT v.formation_id, v.faits, r.id AS regle_id,
      coalesce(r.academies->>(v.faits->>'academie'), r.perimetre, 'sans_regle') AS perimetre
    FROM (SELECT x.formation_id, x.faits, ${rank} AS rang FROM formation_axe x WHERE ${where}) v
    LEFT JOIN jsonb_to_recordset(${parameters.add(JSON.stringify(regles))}::jsonb)
      AS r (rang integer, id uuid, perimetre text, academies jsonb) ON r.rang = v.rang`;
}
