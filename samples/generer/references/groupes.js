import { tableCsv } from '../noyau/csv.js';
import { capitales } from '../noyau/textes.js';

/** Familles de métiers (TG01), bac pro with options (TG02) and BTS with options (TG03): entry, then members. */
const LIGNES = `
G0003;TG01;Construction durable du bâtiment et des travaux publics;40020006;40023210,40023203,40023102
G0004;TG01;Gestion administrative, du transport et de la logistique;40030003;40030004,40031116,40031106
G0005;TG01;Relation client;40031211;40031212,40031213,40031214
G0008;TG01;Alimentation;40022107;40022105,40022104
G0009;TG01;Beauté et bien-être;40033605;40033606,40033604
G0012;TG01;Hôtellerie-restauration;40033404;40022106,40033403
G0013;TG01;Maintenance des matériels et des véhicules;40025222;40025219,40025220,40025221,40025214,40025224
G0016;TG01;Transitions numérique et énergétique;40020008;40025520,40025519,40022706,40022707,40025517,40025510,40025513,40025515
G0019;TG02;Entretien des textiles;40024004;40024005,40024006
G0021;TG03;Traitement des matériaux;32022310;32022311,32022312
G0022;TG03;Conception des processus de réalisation de produits;32022316;32022317,32022318
G0023;TG03;Études de réalisation d'un projet de communication;32032209;32032210,32032211
G0024;TG03;Management en hôtellerie-restauration;32033422;32033423,32033424,32033425
G0025;TG03;Esthétique, cosmétique et parfumerie;32033608;32033609,32033610,32033611
G0026;TG03;Services informatiques aux organisations;32032612;32032613,32032614
G0028;TG01;Productions;40321112;40321004,40321211
G0031;TG01;Nature Jardin Paysage Forêt;40321404;40321405
`;

const OUVERTURES = { TG01: '01/09/2019', TG02: '01/09/2021', TG03: '01/09/2016' };

export const GROUPES = LIGNES.split('\n')
  .filter((ligne) => ligne !== '')
  .map((ligne) => {
    const [code, type, libelle, entree, membres] = ligne.split(';');
    return { code, type, libelle, entree, membres: membres.split(',') };
  });

/** N_GROUPE_FORMATION. */
export function nGroupeFormation() {
  const lignes = GROUPES.map((g) => ({
    GROUPE_FORMATION: g.code,
    TYPE_GROUPE_FORMATION: g.type,
    LIBELLE_COURT: capitales(g.libelle).slice(0, 20).trim(),
    LIBELLE_LONG: capitales(g.libelle).slice(0, 40).trim(),
    LIBELLE_EDITION: g.libelle,
    DATE_OUVERTURE: OUVERTURES[g.type],
    DATE_INTERVENTION: '19/05/2026',
  }));
  return tableCsv(
    [
      'GROUPE_FORMATION',
      'TYPE_GROUPE_FORMATION',
      'LIBELLE_COURT',
      'LIBELLE_LONG',
      'LIBELLE_EDITION',
      'DATE_OUVERTURE',
      'DATE_FERMETURE',
      'DATE_INTERVENTION',
      'N_COMMENTAIRE',
    ],
    lignes,
  );
}

/** N_LIEN_FORMATION_GROUPE: the entry year belongs to its group too. @param {(cfd: string) => {ouverture: string, fermeture: string}} dates */
export function nLienFormationGroupe(dates) {
  const lignes = GROUPES.flatMap((g) =>
    [...g.membres, g.entree].map((cfd) => ({
      GROUPE_FORMATION: g.code,
      FORMATION_DIPLOME: cfd,
      DATE_OUVERTURE: dates(cfd).ouverture,
      DATE_FERMETURE: dates(cfd).fermeture,
      DATE_INTERVENTION: '20/05/2026',
    })),
  );
  return tableCsv(
    [
      'GROUPE_FORMATION',
      'FORMATION_DIPLOME',
      'DATE_OUVERTURE',
      'DATE_FERMETURE',
      'DATE_INTERVENTION',
      'N_COMMENTAIRE',
    ],
    lignes,
  );
}
