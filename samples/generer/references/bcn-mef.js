import { CERTIFICATIONS } from '../certifications/index.js';
import { tableBrute } from '../noyau/csv.js';
import { minusculeInitiale } from '../noyau/textes.js';
import { annee, dateStable, decaler } from './dates.js';
import { GROUPES } from './groupes.js';

const DEBUT = [
  'MEF',
  'DISPOSITIF_FORMATION',
  'FORMATION_DIPLOME',
  'DUREE_DISPOSITIF',
  'ANNEE_DISPOSITIF',
  'LIBELLE_COURT',
  'LIBELLE_LONG',
  'DATE_OUVERTURE',
  'DATE_FERMETURE',
  'STATUT_MEF',
  'NB_OPTION_OBLIGATOIRE',
  'NB_OPTION_FACULTATIF',
  'RENFORCEMENT_LANGUE',
  'DUREE_PROJET',
  'DUREE_STAGE',
  'HORAIRE',
  'MEF_INSCRIPTION_SCOLARITE',
  'MEF_STAT_11',
  'MEF_STAT_9',
  'DATE_INTERVENTION',
];
const COLONNES = [...DEBUT, 'LIBELLE_EDITION', 'N_COMMENTAIRE'];
const COLONNES_ANCIEN = [
  ...DEBUT,
  'NUMERO_COMPTE',
  'GESTION_DIFFUSION',
  'LIBELLE_EDITION',
  'ID',
  'CREATED_AT',
  'UPDATED_AT',
  'N_COMMENTAIRE',
];

const MEMBRES_D_UN_TRONC = new Map(GROUPES.flatMap((g) => g.membres.map((cfd) => [cfd, g])));

/** The years that a diploma is taught in: an entry year has the first only, its options the others. */
function anneesEnseignees(c) {
  const mefs = c.famille.mefs;
  if (c.commune) return mefs.filter(([, duree, an]) => an === 1 && duree > 1);
  const groupe = MEMBRES_D_UN_TRONC.get(c.cfd);
  if (!groupe || groupe.type !== 'TG03') return mefs;
  return mefs.filter(([, duree, an]) => !(an === 1 && duree > 1));
}

/** @param {import('../certifications/index.js').Certification} c @returns {Record<string, string | number>[]} */
export function lignesMef(c) {
  return anneesEnseignees(c).map(([dispositif, duree, an, mnemonique, statistique]) => {
    const fin = c.cfd.slice(3);
    const rang = an === 9 ? 0 : an - 1;
    const fermeture = an === 9 ? c.fermeture : decaler(c.fermeture, an - duree);
    const reserveApprentis =
      c.cleFamille === 'BAC_PRO' && an === 1 && !c.commune && MEMBRES_D_UN_TRONC.has(c.cfd);
    return {
      MEF: `${dispositif}${fin}${duree}${an}`,
      DISPOSITIF_FORMATION: dispositif,
      FORMATION_DIPLOME: c.cfd,
      DUREE_DISPOSITIF: duree,
      ANNEE_DISPOSITIF: an,
      LIBELLE_COURT: `${mnemonique.padEnd(6)}${fin}`,
      LIBELLE_LONG: `${mnemonique.padEnd(7)}${c.stat33}`.slice(0, 40),
      DATE_OUVERTURE: an === 9 ? c.ouverture : decaler(c.ouverture, rang),
      DATE_FERMETURE: fermeture,
      STATUT_MEF: an === 9 || reserveApprentis ? 4 : 3,
      NB_OPTION_OBLIGATOIRE: duree === 1 ? 0 : 1,
      RENFORCEMENT_LANGUE: 'N',
      HORAIRE: 'N',
      MEF_INSCRIPTION_SCOLARITE: duree === 1 || reserveApprentis ? 'N' : 'O',
      MEF_STAT_11: statistique + fin,
      MEF_STAT_9: statistique + c.cfd.slice(3, 6),
      DATE_INTERVENTION: dateStable(`mef${c.cfd}${an}`, 2026),
      LIBELLE_EDITION: `${mnemonique.toLowerCase()} ${minusculeInitiale(c.libelle)}`,
      N_COMMENTAIRE: reserveApprentis ? "Réservé à l'apprentissage" : '',
    };
  });
}

/** N_MEF in force. */
export function nMef() {
  return tableBrute(COLONNES, CERTIFICATIONS.filter((c) => c.cleFamille !== 'MC').flatMap(lignesMef));
}

/** N_MEF two years before, in the layout of that time. */
export function nMefAncien() {
  const lignes = CERTIFICATIONS.filter(
    (c) => annee(c.ouverture) <= 2023 && !['CS4', 'CS3'].includes(c.cleFamille),
  )
    .filter((c) => c.cleFamille === 'MC' || c.fermeture !== '')
    .flatMap(lignesMef)
    .map((ligne, i) => ({
      ...ligne,
      DATE_FERMETURE:
        ligne.DATE_FERMETURE !== '' && annee(ligne.DATE_FERMETURE) > 2024 ? '' : ligne.DATE_FERMETURE,
      DATE_INTERVENTION: dateStable(`mef-ancien${ligne.MEF}`, 2023),
      NUMERO_COMPTE: `BCNSCO${1 + (i % 7)}`,
      GESTION_DIFFUSION: '02',
      ID: i + 1,
    }));
  return tableBrute(COLONNES_ANCIEN, lignes);
}
