import type { DeclarationActivite, HabilitationFranceCompetences, QuiFormeRow } from '../core/canonical.ts';
import { cellOf, isObject } from '../core/flat-record.ts';
import { parseSiret } from '../core/siret.ts';
import { parseUai } from '../core/uai.ts';
import { codeOf, dayOf, knownOf, objectsOf, textOf, type JsonObject } from './quiforme-answer.ts';

/** The same data as API Entreprise publishes it: real booleans, one object a subject. */
export function fromApiEntreprise(siret: string, data: JsonObject): QuiFormeRow {
  return {
    siret,
    connu: true,
    uai: parseUai(cellOf(data['code_uai'])),
    plusieursNda: knownOf(data['unite_legale_avec_plusieurs_nda']),
    declarations: objectsOf(data['declarations_activites_etablissement']).map(declaration),
    habilitations: objectsOf(data['habilitations_france_competence']).map(habilitation),
  };
}

function declaration(item: JsonObject): DeclarationActivite {
  const qualiopi = isObject(item['certification_qualiopi']) ? item['certification_qualiopi'] : {};
  const specialites = isObject(item['specialites']) ? Object.values(item['specialites']) : [];
  return {
    nda: cellOf(item['numero_de_declaration']).trim(),
    active: knownOf(item['actif']),
    dateDerniereDeclaration: dayOf(item['date_derniere_declaration']),
    dateFinExercice: dayOf(item['date_fin_exercice']),
    qualiopi: {
      formation: knownOf(qualiopi['action_formation']),
      bilan: knownOf(qualiopi['bilan_competences']),
      vae: knownOf(qualiopi['validation_acquis_experience']),
      apprentissage: knownOf(qualiopi['apprentissage']),
      parUniteLegale: knownOf(qualiopi['obtention_via_unite_legale']),
    },
    specialites: objectsOf(specialites)
      .map((specialite) => ({
        code: cellOf(specialite['code']).trim(),
        libelle: textOf(specialite['libelle']),
      }))
      .filter(({ code }) => code !== ''),
  };
}

function habilitation(item: JsonObject): HabilitationFranceCompetences {
  const sirets = Array.isArray(item['sirets_organismes_certificateurs'])
    ? (item['sirets_organismes_certificateurs'] as unknown[])
    : [];
  return {
    code: codeOf(item['code']),
    active: knownOf(item['actif']),
    dateActive: dayOf(item['date_actif']),
    dateFinEnregistrement: dayOf(item['date_fin_enregistrement']),
    dateDecision: dayOf(item['date_decision']),
    former: knownOf(item['habilitation_pour_former']),
    organiserEvaluation: knownOf(item['habilitation_pour_organiser_l_evaluation']),
    certificateurs: sirets.map((siret) => parseSiret(cellOf(siret))).filter((siret) => siret !== null),
  };
}
