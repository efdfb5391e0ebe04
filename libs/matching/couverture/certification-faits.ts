import type { Certification } from '../concordance/certification.ts';
import type { GrapheChiffres } from './codes-chiffres.ts';

/**
 * Third character of NIVEAU_FORMATION_DIPLOME that names another ministry: 3 agriculture, then the titles by the
 * ministry that delivers them (A agriculture, D défense, J jeunesse et sports, K culture, N industrie, Q équipement,
 * S santé et social, T travail).
 */
const TITRES = /^[1-5]6[ADJKNQST]$/;
const AGRICULTURE = /^[1-5][0-9]3$/;
/** Diplomas of other ministries that have a level of their own, by their label in N_NIVEAU_FORMATION_DIPLOME. */
const FAMILLES =
  /JEUNESSE|SPORT|SANTE|INFIRMIER|TRAVAIL SOCIAL|DIPLOMES? D'ETAT|MARITIME|PECHE|DEFENSE|CULTURE|ANIMAT/i;

/** A level of its own is not given to all of them: « autres diplômes de niveau II » holds the diplômes d'État. */
const DIPLOME_ETAT = /DIPLOME D'ETAT/i;

/** Whether a ministry whose pupils the sources do not all follow delivers the diploma. */
export function autreMinistere({ niveau, famille, libelle, cfd }: Certification): boolean {
  if (cfd === null || niveau === null) return false;
  if (TITRES.test(niveau) || AGRICULTURE.test(niveau)) return true;
  return FAMILLES.test(famille ?? '') || DIPLOME_ETAT.test(libelle);
}

/**
 * Whether nobody can have left the formation yet: the earliest opening of the diploma and of those whose figures may
 * stand for its own, plus its duration, plus the year in which those who left are followed, comes after the last year
 * that the figures count. Without a known duration, a year: a formation is then said new as seldom as can be.
 */
export function isNouvelle(
  certification: Certification,
  graphe: Pick<GrapheChiffres, 'get' | 'continuum' | 'duree'>,
  derniereAnnee: number | null,
): boolean {
  if (derniereAnnee === null) return false;
  const { cfd } = certification;
  const anciens = cfd === null ? [] : graphe.continuum(cfd).anciens;
  const openings = [certification, ...anciens.map((ancien) => graphe.get(`CFD:${ancien}`))].map(
    (known) => known?.dateOuverture ?? null,
  );
  // A diploma without a date of opening is as old as the table.
  if (openings.includes(null)) return false;
  const earliest = Math.min(...openings.map((date) => Number((date ?? '').slice(0, 4))));
  return earliest + (graphe.duree(certification.code) ?? 1) + 1 > derniereAnnee;
}
