import { defineDocumentTable } from '../core/document-table.ts';
import { cellOf, isObject } from '../core/flat-record.ts';
import type { QuiFormeRow } from '../core/canonical.ts';
import type { Refusal } from '../core/table-definition.ts';
import { parseSiret } from '../core/siret.ts';
import { fromApiEntreprise } from './api-entreprise.ts';
import { fromQuiForme } from './quiforme-answer.ts';

/**
 * QuiForme: the declarations, Qualiopi certificates and habilitations of a SIRET. Two contracts are read, told by
 * their keys. `seen`: the service's own (`siret_actif`, `nda`, `habilitations`; booleans as text), in the State's
 * client of it; `seen`: the cleaned one of API Entreprise (`data.declarations_activites_etablissement`). Answers
 * are kept beside the SIRET asked for (`{"siret": …, "reponse": …}`, null for a 404): an answer that knows nothing
 * does not say of whom.
 */
export const quiforme = defineDocumentTable({
  id: 'quiforme',
  source: 'quiforme',
  libelle: 'QuiForme — déclarations, Qualiopi et habilitations par SIRET',
  kind: 'complement',
  colonnes: ['siret_actif', 'etablissement.uai', 'unite_legale.multinda', 'nda', 'habilitations'],
  document: {
    racines: false,
    reconnait: ({ premier }) => isObject(premier) && isAnswer(premier),
    lire: function* (value) {
      yield readAnswer(value);
    },
  },
});

function isAnswer(value: Readonly<Record<string, unknown>>): boolean {
  if ('reponse' in value && 'siret' in value) {
    return value['reponse'] === null || (isObject(value['reponse']) && isAnswer(value['reponse']));
  }
  if ('siret_actif' in value) return true;
  return isObject(value['data']) && 'declarations_activites_etablissement' in value['data'];
}

function readAnswer(value: unknown): QuiFormeRow | Refusal {
  const asked = isObject(value) && 'reponse' in value ? value : null;
  const answer: unknown = asked === null ? value : asked['reponse'];
  const data = isObject(answer) && isObject(answer['data']) ? answer['data'] : null;
  const said = data === null ? (isObject(answer) ? answer['siret_actif'] : null) : data['siret'];
  const siret = parseSiret(cellOf(asked === null ? said : asked['siret']));
  if (siret === null) {
    const message = 'rien ne dit de quel SIRET parle la réponse';
    return { refus: { colonne: 'siret_actif', motif: 'SIRET_INCONNU', message } };
  }
  if (data !== null) return fromApiEntreprise(siret, data);
  return isObject(answer) && cellOf(said) !== '' ? fromQuiForme(siret, answer) : unknownSiret(siret);
}

/** A SIRET that the service has never heard of: 404, or an answer without `siret_actif`. */
function unknownSiret(siret: string): QuiFormeRow {
  return { siret, connu: false, uai: null, plusieursNda: null, declarations: [], habilitations: [] };
}
