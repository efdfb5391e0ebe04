import { parseUai } from '../codes/uai.ts';
import { jourFrancais, type Controle } from './controle.ts';
import { ouvertureUai } from './etablissement.ts';
import type { EntreeControle } from './entree-controle.ts';

/** The check letter: a UAI that the import refused for it is no longer in the row. */
export function controleCleUai({ uai, uaiRefusee }: EntreeControle): Controle {
  const shared = {
    critere: 'UAI_CLE',
    compare: `UAI ${uai ?? 'illisible'}, 7 chiffres et leur lettre de contrôle`,
    source: 'catalogue',
    date: null,
    obtenuLe: null,
    desaccords: [],
  } as const;
  if (uaiRefusee || (uai !== null && parseUai(uai) === null)) {
    const detail = "L'UAI de la ligne est illisible ou sa lettre de contrôle est fausse.";
    return { ...shared, etat: 'non_conforme', motif: 'UAI_INVALIDE', detail };
  }
  if (uai === null) {
    const detail = 'La ligne ne donne pas une UAI et une seule.';
    return { ...shared, compare: 'aucune UAI', etat: 'inconnu', motif: 'UAI_ABSENTE', detail };
  }
  return { ...shared, etat: 'conforme', motif: 'UAI_VALIDE', detail: `L'UAI ${uai} est bien formée.` };
}

/** Open in ACCE on the day of the rentrée. */
export function controleOuverture({ uai, rentree, fiches }: EntreeControle): Controle {
  const shared = {
    critere: 'UAI_OUVERTE',
    compare: `UAI ${uai ?? 'absente'} dans ACCE à la rentrée du ${jourFrancais(rentree)}`,
    source: 'acce',
    date: null,
    obtenuLe: fiches.sources.acce,
    desaccords: [],
  } as const;
  if (uai === null) {
    const detail = "Sans UAI, rien n'est comparé à ACCE.";
    return { ...shared, etat: 'inconnu', motif: 'UAI_ABSENTE', detail };
  }
  if (fiches.sources.acce === null) {
    const detail = "Aucun instantané d'ACCE n'est en service.";
    return { ...shared, etat: 'inconnu', motif: 'SOURCE_ABSENTE', detail };
  }
  const fiche = fiches.uai(uai);
  switch (ouvertureUai(fiche, rentree)) {
    case 'ouverte':
      return {
        ...shared,
        etat: 'conforme',
        motif: 'UAI_OUVERTE',
        date: fiche?.dateFermeture ?? null,
        detail:
          fiche?.dateFermeture == null
            ? `L'établissement ${uai} est ouvert.`
            : `L'établissement ${uai} est ouvert à la rentrée ; ACCE annonce sa fermeture le ${jourFrancais(fiche.dateFermeture)}.`,
      };
    case 'fermee':
      return {
        ...shared,
        etat: 'non_conforme',
        motif: 'UAI_FERMEE',
        date: fiche?.dateFermeture ?? null,
        detail:
          fiche?.dateFermeture == null
            ? `ACCE tient l'établissement ${uai} pour fermé, sans date.`
            : `L'établissement ${uai} est fermé depuis le ${jourFrancais(fiche.dateFermeture)}.`,
      };
    case 'a_venir':
      return {
        ...shared,
        etat: 'non_conforme',
        motif: 'UAI_A_VENIR',
        date: fiche?.dateOuverture ?? null,
        detail: `L'établissement ${uai} n'est pas encore ouvert à la rentrée.`,
      };
    case 'inconnue':
      return {
        ...shared,
        etat: 'non_conforme',
        motif: 'UAI_INCONNUE',
        detail: `ACCE ne connaît pas l'UAI ${uai}.`,
      };
  }
}
