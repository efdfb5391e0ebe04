import fc from 'fast-check';
import {
  CHAMPS,
  NOMS_DE_CHAMP,
  OPERATEURS_DU_GENRE,
  type Champ,
  type Condition,
  type TestDeCondition,
} from '../../apps/api/src/perimetre/condition.ts';
import { colonneDuFait } from '../../apps/api/src/perimetre/condition.query.ts';
import type { FaitsFormation } from '../../apps/api/src/perimetre/faits.ts';

/** The facts of a row of `formation_axe` as rules read them in memory, with the level that is kept up to date. */
export const FAITS_LUS = `jsonb_build_object(${NOMS_DE_CHAMP.map(
  (champ) => `'${champ}', ${champ === 'niveau' ? champ : colonneDuFait(champ)}`,
).join(', ')})`;

export interface Arbitraires {
  /** A value of a field. */
  readonly met: (champ: Champ) => fc.Arbitrary<string>;
  readonly condition: fc.Arbitrary<Condition>;
}

/** Conditions on values met in the rows, so that tests hold for some of them, and on values that are nowhere. */
export function conditionsOn(rows: readonly FaitsFormation[]): Arbitraires {
  const met = (champ: Champ): fc.Arbitrary<string> => {
    const found = rows.flatMap((faits) => faits[champ]).filter((value) => typeof value === 'string');
    const words = [...new Set(found.flatMap((value) => [value, value.slice(0, 4)]))].filter(Boolean);
    return fc.oneof(
      words.length === 0 ? fc.constant('x') : fc.constantFrom(...words),
      fc.constantFrom("O'x%_\\", 'É'),
    );
  };
  const valeur = (champ: Champ, operateur: string): fc.Arbitrary<TestDeCondition['valeur']> => {
    if (operateur === 'vide' || operateur === 'non_vide') return fc.constant(null);
    if (operateur === 'parmi') return fc.array(met(champ), { minLength: 1, maxLength: 3 });
    if (CHAMPS[champ] === 'nombre') return fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(4.5));
    return met(champ);
  };
  const test: fc.Arbitrary<TestDeCondition> = fc.constantFrom(...NOMS_DE_CHAMP).chain((champ) =>
    fc.constantFrom(...OPERATEURS_DU_GENRE[CHAMPS[champ]]).chain((operateur) =>
      valeur(champ, operateur).map((found): TestDeCondition => ({
        type: 'test',
        champ,
        operateur,
        valeur: found,
      })),
    ),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      test,
      fc.record({
        type: fc.constantFrom('et' as const, 'ou' as const),
        conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  return { met, condition };
}
