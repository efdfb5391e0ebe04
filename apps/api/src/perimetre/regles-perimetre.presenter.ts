import { ACADEMIES } from '#matching';
import { csvDocument } from '../common/csv.ts';
import type { Condition } from './condition.ts';
import type { ConditionIntegration, ReglePerimetre } from './regle-perimetre.ts';

const INTEGRATION: Readonly<Record<ConditionIntegration, string>> = {
  doit_integrer: 'doit intégrer',
  peut_integrer: 'peut intégrer',
  ne_doit_pas_integrer: 'ne doit pas intégrer',
};

const OPERATEUR: Readonly<Record<string, string>> = {
  egal: '=',
  different: '≠',
  contient: 'contient',
  ne_contient_pas: 'ne contient pas',
  commence_par: 'commence par',
  parmi: 'parmi',
  inferieur: '<',
  inferieur_ou_egal: '≤',
  superieur: '>',
  superieur_ou_egal: '≥',
  vide: 'est vide',
  non_vide: "n'est pas vide",
};

/** A condition on one line: `(libelle contient « bac » et niveau ≥ 4)`. */
export function conditionInWords(condition: Condition): string {
  if (condition.type !== 'test') {
    return `(${condition.conditions.map(conditionInWords).join(` ${condition.type} `)})`;
  }
  const { champ, operateur, valeur } = condition;
  const value =
    valeur === null
      ? ''
      : Array.isArray(valeur)
        ? ` ${valeur.map((each: string) => `« ${each} »`).join(', ')}`
        : typeof valeur === 'number'
          ? ` ${String(valeur)}`
          : ` « ${String(valeur)} »`;
  return `${champ} ${OPERATEUR[operateur] ?? operateur}${value}`;
}

/** Rules as a spreadsheet: one line a national rule, then one a departure of an académie. */
export function reglesCsv(regles: readonly ReglePerimetre[]): string {
  const header = [
    'regle_id',
    'nom',
    'plateforme',
    'type_diplome',
    'filiere',
    'niveau',
    'academie',
    'condition_integration',
    'condition_complementaire',
    'priorite',
    'version',
    'modifiee_le',
    'modifiee_par',
  ];
  const line = (regle: ReglePerimetre, academie: string, condition: ConditionIntegration) => [
    regle.id,
    regle.nom,
    regle.plateforme,
    regle.typeDiplome,
    regle.filiere,
    regle.niveau,
    academie,
    INTEGRATION[condition],
    regle.condition === null ? null : conditionInWords(regle.condition),
    regle.priorite,
    regle.version,
    regle.modifieeLe.toISOString(),
    regle.modifieePar,
  ];
  return csvDocument(
    header,
    regles.flatMap((regle) => [
      line(regle, 'nationale', regle.conditionIntegration),
      ...ACADEMIES.flatMap(({ code, nom }) => {
        const own = regle.derogations[code];
        return own === undefined ? [] : [line(regle, nom, own)];
      }),
    ]),
  );
}
