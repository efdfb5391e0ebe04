import { CERTIFICATIONS } from '../certifications/index.js';
import { tableCsv } from '../noyau/csv.js';

/**
 * Fiches of the register, all dates invented: number;end of registration;active;number that replaced it. A title, then
 * those that are over before the rentrée of the samples (1 September 2026), and what replaced them.
 */
const FICHES = `
38676;31/12/2029;ACTIVE;
35964;31/08/2024;INACTIVE;36634
36634;31/08/2029;ACTIVE;
38287;31/08/2023;INACTIVE;34201
34201;31/08/2028;ACTIVE;
37705;31/08/2026;ACTIVE;
37849;01/09/2026;ACTIVE;
36612;30/06/2024;INACTIVE;41110
41110;31/12/2025;INACTIVE;41218
41218;31/12/2030;ACTIVE;
37442;31/03/2026;INACTIVE;41305
41305;31/03/2031;ACTIVE;
`;

/** Titles of the fiches that no certification of the samples has any more, or has not yet. */
const INTITULES = {
  35964: 'Travaux publics (avant rénovation)',
  38287: 'Tourisme (avant rénovation)',
  41110: 'Assistant en ressources humaines et paie',
  41218: 'Chargé des ressources humaines et de la paie',
  41305: "Électricien d'équipement du bâtiment et des énergies",
};

const lignes = () =>
  FICHES.split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => ligne.split(';'));

function intituleDe(rncp) {
  const intitule = INTITULES[rncp] ?? CERTIFICATIONS.find((c) => c.rncp === rncp)?.libelle;
  if (intitule === undefined) throw new Error(`fiche ${rncp} sans intitulé`);
  return intitule;
}

/** The daily export of France compétences: the fiches. */
export function rncpFiches() {
  return tableCsv(
    ['Numero_Fiche', 'Intitule', 'Actif', 'Date_Fin_Enregistrement'],
    lignes().map(([rncp, fin, actif]) => ({
      Numero_Fiche: `RNCP${rncp}`,
      Intitule: intituleDe(rncp),
      Actif: actif,
      Date_Fin_Enregistrement: fin,
    })),
  );
}

/** The same: which fiche replaced which. */
export function rncpRemplacements() {
  return tableCsv(
    ['Numero_Fiche', 'Ancienne_Certification', 'Nouvelle_Certification'],
    lignes().flatMap(([rncp, , , nouvelle]) =>
      nouvelle === ''
        ? []
        : [{ Numero_Fiche: `RNCP${rncp}`, Ancienne_Certification: '', Nouvelle_Certification: `RNCP${nouvelle}` }],
    ),
  );
}
