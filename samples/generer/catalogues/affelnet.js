import { certification } from '../certifications/index.js';
import { ETABLISSEMENTS, etablissementsDeType } from '../etablissements.js';
import { creerAlea } from '../noyau/alea.js';
import { capitales } from '../noyau/textes.js';
import { lignesMef } from '../references/bcn-mef.js';

/** Rows whose code is MEF10 + "0" and whose label is the MEF's own: CFD;year;rows. */
const CODEES = `
50022137;1;3
50022146;1;5
50022141;1;4
50022143;1;2
50022144;1;1
50022142;1;2
50031224;1;5
50033413;1;3
50033205;1;3
50033616;1;3
50033615;1;1
50023224;1;3
50023223;1;2
50023324;1;2
50022715;1;1
50023325;1;1
50023327;1;1
50025524;1;3
50023449;1;2
50023447;1;1
50025225;1;3
50025221;1;1
50025222;1;1
50025223;1;1
50025440;1;1
50025437;1;1
50025438;1;1
50031122;1;2
50031223;1;1
50034308;1;1
50321405;1;1
50321130;1;1
50322107;1;1
50333003;1;1
40022107;1;2
40033404;1;2
40031211;1;2
40030003;1;2
40020006;1;1
40020008;1;1
40025222;1;1
40033007;1;2
40025012;1;1
40034403;1;1
40024004;1;1
40025520;2;2
40023210;2;1
40031213;2;2
40031214;2;1
40022105;2;1
40025219;2;1
40333003;2;1
40321405;2;1
45023216;1;1
45033608;1;1
56122107;1;1
`;

/**
 * Rows without a usable code: mnemonic;specialty;label;code;type of establishment;rows;case;status;certification;why.
 * The label is what the académie typed, up to 40 characters.
 */
const AFFECTATION = `
1CAP2;31224;1CAP2 EQUIPIER POLYVALENT DU COMMERCE;AFFECTATION;C;4;affectation;apparie;CFD:50031224;libellé entier
1CAP2;EPC;ÉQUIPIER POLYVALENT DU COMMERCE;AFFECTATION;C;2;affectation;apparie;CFD:50031224;libellé accentué, sans mnémonique
1CAP2;3121A;1CAP2 EQUIP. POLYV. DU COMMERCE (APPR);AFFECTATION;C;1;affectation_abregee;a_verifier|apparie;CFD:50031224;libellé abrégé, code de spécialité inventé par l’académie
1CAP2;22146;1CAP2 CUISINE Apprentissage;AFFECTATION;C;2;affectation;apparie;CFD:50022146;la voie est écrite dans le libellé
1CAP2;AP056;APPRENTIS. 1CAP2 PATISSIER;AFFECTATION;C;2;affectation;apparie;CFD:50022141;la voie précède le mnémonique
1CAP2;33205;1CAP2 (APPR) ACCOMPAG EDU PETITE ENF;AFFECTATION;C;1;affectation_abregee;apparie;CFD:50033205;mots coupés
1CAP2;25437;1CAP2 (APPR) R I C SOUD A CHAUDRON;AFFECTATION;C;1;affectation_abregee;a_verifier|apparie;CFD:50025437;initiales : l’option A est le seul indice
1CAP2;22142;1CAP2 PROD.SERV.REST. (RAPID,COLL,CAFE)\u00a0;AFFECTATION;LP;1;affectation_abregee;a_verifier|apparie;CFD:50022142;espace insécable en fin de libellé
CAP_AP;23449;CAP_AP MENUISIER INSTALLATEUR;AFFECTATION;C;1;affectation;apparie;CFD:50023449;mnémonique d’apprentissage
CAP_AP;23447;CAP_AP MENUISIER FABRICANT;AFFECTATION;C;1;affectation;apparie;CFD:50023447;jumeau du menuisier installateur
1CAP2A;2113A;1CAP2A MET.AGRI. PROD.ANIM.;AFFECTATION;CA;1;animale_vegetale;apparie;CFD:50321130;une seule certification quelle que soit la production
1CAP2A;2113D;1CAP2A MET.AGRI. PROD.VEGET. GDES CULT;AFFECTATION;CA;1;animale_vegetale;apparie;CFD:50321130;une seule certification quelle que soit la production
1CAPAC;33003;1CAPAC (APPR) SERV PERS VEN ESP RURAL;AFFECTATION;CA;1;affectation_abregee;apparie;CFD:50333003;mots coupés
CAPA_A;21405;JARDINIER PAYSAGISTE - CREON;AFFECTATION;CA;1;affectation;a_verifier|apparie;CFD:50321405;nom du site après le diplôme
2NDPRO;33404;2NDPRO MET.HOTEL.-RESTAUR. 2NDE COMMUNE\u00a0;AFFECTATION;L;1;seconde_commune;apparie;CFD:40033404;espace insécable, seconde commune
2DPROA;21499;2DPROA NJPF/AMENAGEMENTS PAYSAGERS;AFFECTATION;CA;1;seconde_commune;a_verifier|apparie;CFD:40321404;seconde commune agricole nommée avec une de ses spécialités
2DPROA;CGEA;2DPROA Cond.Gest.Ent.Agricole;AFFECTATION;CA;1;affectation_abregee;a_verifier|apparie;CFD:40321004;casse mêlée
2DPROA;21211;2NDE PRO AGRI-COND.GEST.ENTREPR.HIPPIQUE;AFFECTATION;CA;2;affectation_abregee;apparie;CFD:40321211;mots coupés
2DPROA;2111P;2DPROA PRODUCTIONS;AFFECTATION;CA;1;seconde_commune;apparie;CFD:40321112;seconde commune agricole
PRO_AP;25012;PRO_AP MAINT.SYST.PROD.CONNECTES;AFFECTATION;C;1;affectation_abregee;apparie;CFD:40025012;mots coupés
PRO_AP;25219;PRO_AP MAINT.MATERIELS OPT.A AGRICOLES;AFFECTATION;C;1;option;apparie;CFD:40025219;option A, trois options
PRO_AP;25220;PRO_AP MAINT.MATERIELS OPT.B CONS.MANUT.;AFFECTATION;C;1;option;apparie;CFD:40025220;option B, trois options
PRO_AP;2522X;PRO_AP MAINT.MATERIELS;AFFECTATION;C;1;option_absente;a_verifier;;trois options possibles
PRO_AP;25408;PRO_AP MAINT.VEHIC.OPT.A VOIT.PARTIC.;AFFECTATION;C;1;libelle_perime;a_verifier|apparie;CFD:40025224;option renommée à la rentrée 2025, l’ancien code ferme en 2028
1ERPRO;31213;1ére PRO MET.COM.VEN.OP.A ANI.GES.ESP.CO;AFFECTATION;LP;1;affectation_abregee;a_verifier|apparie;CFD:40031213;accent aigu pour un accent grave, mots coupés
2NDPRO;2551Z;2NDPRO METIERS ELECT.ENVIR.CO. Apprentis;AFFECTATION;C;1;affectation_abregee;apparie;CFD:40025520;diplôme rénové en 2024 sous le même nom
1CTM2;AP900;1CTM2 BOULANGER CTM;AFFECTATION;C;1;hors_certification;sans_correspondance|a_verifier;;titre des chambres de métiers, absent des référentiels
APPR;;APPRENTISSAGE HORS ACADEMIE;AFFECTATION;L;2;hors_certification;sans_correspondance|a_verifier;;ligne de service, sans formation
APP-AC;;AUTRE APPRENTISSAGE ACADEMIE;AFFECTATION;L;2;hors_certification;sans_correspondance|a_verifier;;ligne de service, sans formation
1CAP2;22139;1CAP2  CUISINE;24122139210;LP;2;code_perime;apparie;CFD:50022146;MEF du CAP fermé en 2025
1CAP2;25218;1CAP2  MAINTEN. VEHICULES OPT.A VOI.PAR.;24125218210;LP;1;premiere_annee_fermee;a_verifier|apparie;CFD:50025225;première année de l’ancien CAP fermée en 2026, successeur unique
2NDPRO;31106;2NDPRO LOGISTIQUE;24731106310;LP;1;premiere_annee_fermee;a_verifier|apparie;CFD:40031116;première année de l’ancien bac pro fermée en 2025
1CAP2;31216;1CAP2  EMPL.VENTE: PRDTS EQUIP.COURANTS;24131216210;LP;1;fusion;a_verifier|apparie;CFD:50031224;trois CAP fondus en un
2NDPRO;24002;2NDPRO METIERS PRESSING BLANCHISSERIE;24724002310;LP;1;scission;a_verifier;;deux successeurs, options A et B
1CAP2;34002;1CAP2 AGENT PREVENTION MEDIATION;24134002210;LP;1;cycle;a_verifier;;deux diplômes fermés qui se renvoient l’un à l’autre
1CAP2;22137;1CAP2  BOULANGER;24122141210;LP;1;code_libelle_contradictoires;a_verifier;;le code est celui du pâtissier
1CAP2;23999;1CAP2  COUVREUR;24123999210;LP;1;code_inconnu;a_verifier|apparie;CFD:50023223;code absent de la nomenclature
`;

/** Ministries that the file writes without padding. */
const SANS_REMPLISSAGE = new Set(['Enseignement sup.', 'Sans tutelle']);
const GENRES = {
  L: ['Education Nationale', 'LYCEE'],
  LP: ['Education Nationale', 'LYCEE PROFESSIONNEL'],
  C: ['Education Nationale', 'CENTRE DE FORMATION D APPRENTIS'],
  A: ['Agriculture', 'LYCEE'],
  CA: ['Agriculture', 'CTRE FORMATION PROFESSIONNELLE AGRICOLE'],
  E: ['Sans tutelle', 'SANS CORRESPONDANCE'],
  U: ['Enseignement sup.', 'AUTRES ECOLES POSTBAC NON UNIVERSITAIRES'],
};
const COLONNES = [
  'UAI',
  'COMMUNE',
  'ACADEMIE',
  'MINISTERE',
  'TYPE_ETABLISSEMENT',
  'MNEMONIQUE_FORMATION_ACCUEIL',
  'CODE_SPECIALITE_FORMATION_ACCUEIL',
  'LIBELLE_FORMATION_ACCUEIL_BAN',
  'CODE_FORMATION_ACCUEIL_BAN',
  'CODE_COMMUNE_INSEE',
  'CODE_POSTAL',
];

/** One line, with the blanks of the platform's extract: one before the first columns, two before the codes. */
function ligneAffelnet(etablissement, genre, mnemonique, specialite, libelle, code) {
  const [ministere, type] = genre;
  return [
    `${etablissement.uai} `,
    ` ${capitales(etablissement.commune).replace(/['-]/g, ' ').padEnd(26)} `,
    ` ${capitales(etablissement.academie).padEnd(40)} `,
    SANS_REMPLISSAGE.has(ministere) ? ministere : ` ${ministere.padEnd(19)} `,
    ` ${type.padEnd(40)} `,
    `  ${mnemonique.padEnd(28)} `,
    `  ${specialite.padEnd(33)} `,
    `  ${libelle.padEnd(40)} `,
    `  ${code.padEnd(26)} `,
    `  ${etablissement.insee.padEnd(18)} `,
    `  ${etablissement.codePostal}`,
  ].join(';');
}

const EN_AGRICOLE = /^(503|403)/;

function typesPour(cfd) {
  if (EN_AGRICOLE.test(cfd)) return ['A', 'CA'];
  return cfd.startsWith('45') ? ['C'] : ['LP', 'C', 'LP'];
}

function lignesDe(bloc) {
  return bloc.split('\n').filter((ligne) => ligne !== '');
}

/** @returns {{texte: string, cas: string[][]}} */
export function affelnet() {
  const alea = creerAlea(20260501);
  const sorties = [];
  for (const ligne of lignesDe(CODEES)) {
    const [cfd, an, n] = ligne.split(';');
    const mef =
      lignesMef(certification(cfd)).find(
        (m) => String(m.ANNEE_DISPOSITIF) === an && m.DUREE_DISPOSITIF > 1,
      ) ?? lignesMef(certification(cfd))[0];
    for (const e of alea.tirer(etablissementsDeType(...typesPour(cfd)), Number(n))) {
      const mnemonique = String(mef.LIBELLE_LONG).slice(0, 7).trim();
      sorties.push({
        texte: ligneAffelnet(
          e,
          GENRES[e.type],
          mnemonique,
          cfd.slice(3),
          String(mef.LIBELLE_LONG),
          `${mef.MEF}0`,
        ),
        cas: ['ordinaire', 'apparie', `CFD:${cfd}`, ''],
      });
    }
  }
  for (const ligne of lignesDe(AFFECTATION)) {
    const [mnemonique, specialite, libelle, code, type, n, ...cas] = ligne.split(';');
    for (const e of alea.tirer(etablissementsDeType(type), Number(n))) {
      sorties.push({ texte: ligneAffelnet(e, GENRES[e.type], mnemonique, specialite, libelle, code), cas });
    }
  }
  for (const [type, cfd] of [
    ['E', '50031224'],
    ['U', '50033616'],
  ]) {
    const e = etablissementsDeType(type)[0];
    const mef = lignesMef(certification(cfd))[0];
    sorties.push({
      texte: ligneAffelnet(e, GENRES[type], '1CAP2', cfd.slice(3), String(mef.LIBELLE_LONG), `${mef.MEF}0`),
      cas: ['ministere_sans_remplissage', 'apparie', `CFD:${cfd}`, 'colonne MINISTERE sans blancs'],
    });
  }
  const fautif = { ...ETABLISSEMENTS[42], uai: '0319394A' };
  sorties.push({
    texte: ligneAffelnet(fautif, GENRES.LP, '1CAP2', '25524', '1CAP2  ELECTRICIEN', '24125524210'),
    cas: ['refus_uai', 'refuse', '', 'la clé de l’UAI est fausse'],
  });

  // Added once the others were drawn, so last: its MEF is that of the CAP in one year.
  const enUnAn = {
    texte: ligneAffelnet(etablissementsDeType('LP')[0], GENRES.LP, '1CAP2', '22137', '1CAP2  BOULANGER', '24022137110'),
    cas: ['ordinaire', 'apparie', 'CFD:50022137', 'le MEF dit un an, le libellé deux'],
  };
  const ordre = [...alea.tirer(sorties, sorties.length), enUnAn];
  return {
    texte: `${[COLONNES.join(';'), ...ordre.map((s) => s.texte)].join('\n')}\n`,
    cas: ordre.map((s, i) => ['affelnet', `L${i + 2}`, ...s.cas]),
  };
}
