import { FAMILLES } from '../certifications/familles.js';
import { tableBrute } from '../noyau/csv.js';
import { dateStable } from './dates.js';

/** N_NIVEAU_FORMATION_DIPLOME: one row a level, whatever the number of families that share it. */
export function nNiveauFormationDiplome() {
  const parNiveau = new Map(Object.values(FAMILLES).map((f) => [f.niveau, f]));
  const lignes = [...parNiveau.values()].map((f) => ({
    NIVEAU_FORMATION_DIPLOME: f.niveau,
    NIVEAU_INTERMINISTERIEL: f.interministeriel,
    LIBELLE_COURT: f.niveau === '260' ? 'DIV-2' : f.court,
    LIBELLE_100: f.libelle,
    DATE_INTERVENTION: dateStable(`niveau${f.niveau}`, 2025),
    N_COMMENTAIRE:
      f.niveau === '461' || f.niveau === '561'
        ? 'Succède à la mention complémentaire depuis la rentrée 2024'
        : '',
    NIVEAU_QUALIFICATION_RNCP: f.rncp,
  }));
  return tableBrute(
    [
      'NIVEAU_FORMATION_DIPLOME',
      'NIVEAU_INTERMINISTERIEL',
      'LIBELLE_COURT',
      'LIBELLE_100',
      'ANCIEN_NIVEAU',
      'DATE_OUVERTURE',
      'DATE_FERMETURE',
      'DATE_INTERVENTION',
      'N_COMMENTAIRE',
      'NIVEAU_QUALIFICATION_RNCP',
    ],
    lignes,
  );
}
