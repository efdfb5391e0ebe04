import { parseBoolean } from '../core/boolean-cell.ts';
import type { DeclarationActivite, HabilitationFranceCompetences, QuiFormeRow } from '../core/canonical.ts';
import { parseDate } from '../core/date-cell.ts';
import { cellOf, isObject } from '../core/flat-record.ts';
import { parseSiret } from '../core/siret.ts';
import { parseUai } from '../core/uai.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The objects of a JSON list; anything else is left out. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** A day, or null where the answer gives none or no day. */
export function dayOf(value: unknown): string | null {
  return parseDate(cellOf(value)) ?? null;
}

/** `True`, `true`, `False`, `false`; anything else is unknown. */
export function knownOf(value: unknown): boolean | null {
  return parseBoolean(cellOf(value));
}

/** Text, or null where it is empty. */
export function textOf(value: unknown): string | null {
  return cellOf(value).trim() || null;
}

/** `RNCP10013` or `RS6305`, in capitals. */
export function codeOf(value: unknown): string {
  return cellOf(value).replace(/\s/g, '').toUpperCase();
}

/** The answer of QuiForme itself. A habilitation that was deleted (`Supprimé`) is left out. */
export function fromQuiForme(siret: string, answer: JsonObject): QuiFormeRow {
  const etablissement = isObject(answer['etablissement']) ? answer['etablissement'] : {};
  const unite = isObject(answer['unite_legale']) ? answer['unite_legale'] : {};
  return {
    siret,
    connu: true,
    uai: parseUai(cellOf(etablissement['uai'])),
    plusieursNda: knownOf(unite['multinda']),
    declarations: objectsOf(answer['nda']).map(declaration),
    habilitations: objectsOf(answer['habilitations'])
      .filter((item) => !/^supprim/i.test(cellOf(item['etat_habilitation']).trim()))
      .map(habilitation),
  };
}

function declaration(item: JsonObject): DeclarationActivite {
  const specialites = [1, 2, 3].map((rank) => ({
    code: cellOf(item[`code_specialite_${String(rank)}`]).trim(),
    libelle: textOf(item[`libelle_specialite_${String(rank)}`]),
  }));
  return {
    nda: cellOf(item['nda']).trim(),
    active: knownOf(item['actif']),
    dateDerniereDeclaration: dayOf(item['date_derniere_declaration']),
    dateFinExercice: dayOf(item['fin_exercice']),
    qualiopi: {
      formation: knownOf(item['qualiopi_action_formation']),
      // The service spells it so.
      bilan: knownOf(item['qualiopi_bilan_comptence'] ?? item['qualiopi_bilan_competence']),
      vae: knownOf(item['qualiopi_vae']),
      apprentissage: knownOf(item['qualiopi_apprentissage']),
      parUniteLegale: throughLegalUnit(cellOf(item['obtention_qualiopi'])),
    },
    specialites: specialites.filter(({ code }) => code !== ''),
  };
}

/** How the certificate was obtained is a sentence: on the NDA itself, or by propagation; else it is unknown. */
function throughLegalUnit(sentence: string): boolean | null {
  if (/direct sur le NDA/i.test(sentence)) return false;
  return /par propagation via/i.test(sentence) ? true : null;
}

function habilitation(item: JsonObject): HabilitationFranceCompetences {
  return {
    code: codeOf(item['code_fc']),
    active: knownOf(item['actif']),
    dateActive: dayOf(item['date_habilitation']),
    dateFinEnregistrement: dayOf(item['date_fin_enregistrement']),
    dateDecision: dayOf(item['date_decision']),
    former: knownOf(item['a_former']),
    organiserEvaluation: knownOf(item['a_organiser']),
    certificateurs: objectsOf(item['certificateur'])
      .map((certificateur) => parseSiret(cellOf(certificateur['siret'])))
      .filter((siret) => siret !== null),
  };
}
