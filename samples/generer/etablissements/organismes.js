import { certification } from '../certifications/index.js';
import { etablissement, ETABLISSEMENTS, etablissementsDeType } from '../etablissements.js';
import { tableCsv } from '../noyau/csv.js';
import { siretDepuis } from '../noyau/cles.js';
import { AUTRE_SIRET, DECLARATION, DEUX_SIRETS, TITRES_PROPOSES, LISTE_PUBLIQUE, QUIFORME } from './cas.js';

/** A numéro de déclaration d'activité: region, département, and a rank that does not move. */
function ndaDe({ insee, siret }, rang = 0) {
  return `84${insee.slice(0, 2)}${siret.slice(4, 9)}${String(40 + rang)}`;
}

function reponse(e, cas) {
  const nda = cas.nda.map((differe, rang) => ({ nda: ndaDe(e, rang), ...DECLARATION, ...differe }));
  const habilitations = (cas.habilitations ?? []).map(([rncp, debut, fin, former, organiser, actif]) => ({
    code_fc: `RNCP${rncp}`,
    actif,
    etat_habilitation: actif === 'True' ? 'Actif' : 'Inactif',
    date_habilitation: debut,
    date_fin_enregistrement: fin,
    date_decision: debut,
    a_former: former,
    a_organiser: organiser,
    certificateur: [{ siret: ETABLISSEMENTS[0].siret }],
  }));
  return {
    siret_actif: e.siret,
    etablissement: { uai: e.uai },
    unite_legale: { multinda: cas.multi === true ? 'True' : 'False' },
    nda,
    habilitations,
  };
}

/** Answers of QuiForme, one a line, each beside the SIRET that was asked about. */
export function quiforme() {
  const demandes = ETABLISSEMENTS.filter(({ nom }) => QUIFORME[nom] !== undefined);
  const lignes = demandes.map((e) => {
    const cas = QUIFORME[e.nom];
    return JSON.stringify({ siret: e.siret, reponse: cas.inconnu === true ? null : reponse(e, cas) });
  });
  return `${lignes.join('\n')}\n`;
}

const COLONNES_OF = [
  'numeroDeclarationActivite',
  'denomination',
  'siren',
  'siretEtablissementDeclarant',
  'adressePhysiqueOrganismeFormation.voie',
  'adressePhysiqueOrganismeFormation.codePostal',
  'adressePhysiqueOrganismeFormation.ville',
  'certifications.actionsDeFormation',
  'certifications.bilansDeCompetences',
  'certifications.VAE',
  'certifications.actionsDeFormationParApprentissage',
  'informationsDeclarees.dateDerniereDeclaration',
];

/** The liste publique: the organismes that QuiForme holds active, but for the cases where the two disagree. */
export function listePublique() {
  const lignes = ETABLISSEMENTS.flatMap((e) => {
    const cas = LISTE_PUBLIQUE[e.nom] ?? {};
    const [declaration] = QUIFORME[e.nom]?.nda ?? [];
    if (declaration === undefined || cas.absent === true) return [];
    const qualiopi = { ...DECLARATION, ...declaration };
    return {
      numeroDeclarationActivite: ndaDe(e),
      denomination: e.nom.toUpperCase(),
      siren: e.siret.slice(0, 9),
      siretEtablissementDeclarant: cas.autreEtablissement === true ? siretDepuis(e.siret.slice(0, 8), 2) : e.siret,
      'adressePhysiqueOrganismeFormation.voie': '1 rue des Essais',
      'adressePhysiqueOrganismeFormation.codePostal': e.codePostal,
      'adressePhysiqueOrganismeFormation.ville': e.commune.toUpperCase(),
      'certifications.actionsDeFormation': qualiopi.qualiopi_action_formation.toLowerCase(),
      'certifications.bilansDeCompetences': qualiopi.qualiopi_bilan_comptence.toLowerCase(),
      'certifications.VAE': qualiopi.qualiopi_vae.toLowerCase(),
      'certifications.actionsDeFormationParApprentissage':
        cas.apprentissage ?? qualiopi.qualiopi_apprentissage.toLowerCase(),
      'informationsDeclarees.dateDerniereDeclaration': qualiopi.date_derniere_declaration,
    };
  });
  return tableCsv(COLONNES_OF, lignes);
}

/** What each CFA of the catalogue de l'apprentissage is shown to prepare there. */
const PREPARE = ['50022137', '32031213', '36T31203'];

/** A page of the catalogue de l'apprentissage: where each CFA trains, under which UAI and SIRET. */
export function catalogueApprentissage() {
  const siretDe = (nom) => ETABLISSEMENTS.find((e) => e.nom === nom)?.siret;
  const formations = etablissementsDeType('C', 'CA').flatMap((e, rang) =>
    PREPARE.map((cfd, i) => {
      const c = certification(cfd);
      const second = DEUX_SIRETS.includes(e.nom) && i === 2;
      const siret = second ? siretDepuis(e.siret.slice(0, 8), 2) : (siretDe(AUTRE_SIRET[e.nom]) ?? e.siret);
      const site = `${String(140000 + rang * 10 + i)}P01${e.uai}${e.uai}#L01`;
      return {
        cle_ministere_educatif: site,
        cfd,
        cfd_outdated: false,
        rncp_code: c.rncp === '' ? null : `RNCP${c.rncp}`,
        intitule_long: c.long,
        diplome: c.famille.type,
        uai_formation: e.uai,
        etablissement_formateur_uai: e.uai,
        etablissement_formateur_siret: siret,
        etablissement_formateur_enseigne: e.nom,
        etablissement_gestionnaire_uai: e.uai,
        etablissement_gestionnaire_siret: siret,
        lieu_formation_siret: siret,
        nom_academie: e.academie,
        localite: e.commune,
        duree: '2',
        annee: '1',
        published: true,
        date_debut: ['2026-09-01T00:00:00.000Z'],
        last_statut_update_date: '2026-06-10T00:00:00.000Z',
      };
    }),
  );
  for (const [nom, cfd] of TITRES_PROPOSES) {
    const { uai } = etablissement(nom);
    const c = certification(cfd);
    formations.push({
      ...formations.find(({ uai_formation: ici }) => ici === uai),
      cle_ministere_educatif: `149500P01${uai}${uai}#L01`,
      cfd,
      rncp_code: `RNCP${c.rncp}`,
      intitule_long: c.long,
      diplome: c.famille.type,
    });
  }
  // A place, who trains there and who manages it are three establishments.
  const trois = { ...formations.find(({ uai_formation: uai }) => uai === '0829471Z') };
  Object.assign(trois, {
    cle_ministere_educatif: '149001P010829471Z0069611P#L01',
    cfd: '32031212',
    rncp_code: `RNCP${certification('32031212').rncp}`,
    intitule_long: certification('32031212').long,
    etablissement_formateur_uai: '0069611P',
    etablissement_formateur_siret: etablissement('CFA de la restauration de Villeroche').siret,
    etablissement_formateur_enseigne: 'CFA de la restauration de Villeroche',
    etablissement_gestionnaire_uai: '0019618Z',
    etablissement_gestionnaire_siret: etablissement("Campus des métiers d'Ambérieux").siret,
  });
  formations.push(trois);
  const pagination = { page: '1', resultats_par_page: formations.length, nombre_de_page: 1, total: formations.length };
  return `${JSON.stringify({ formations, pagination }, null, 1)}\n`;
}
