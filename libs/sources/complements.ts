import { acceUai } from './acce/acce-uai.ts';
import { acceFille, acceMere, acceSpec, acceZone } from './acce/acce-relations.ts';
import { geographie } from './acce/geographie.ts';
import { affelnetOffre } from './affelnet/affelnet-offre.ts';
import { familleMetiers } from './bcn/famille-metiers.ts';
import { nDispositifFormation } from './bcn/n-dispositif-formation.ts';
import { nLienMefFamilleMetier } from './bcn/n-lien-mef-famille-metier.ts';
import {
  nDomaineSpecialite,
  nFamilleMetierSpecPro,
  nGroupeSpecialite,
  nLettreSpecialite,
  nSecteurDisciplinaireSise,
  nTypeGroupeFormation,
} from './bcn/nomenclature.ts';
import { catalogueApprentissage } from './catalogue-apprentissage/catalogue-apprentissage.ts';
import { kitApprentissage } from './certif-info/kit-apprentissage.ts';
import {
  rncpCertificateur,
  rncpFiche,
  rncpPartenaire,
  rncpRemplacement,
  rncpRome,
} from './certif-info/rncp.ts';
import { cpfEngagement, cpfEntreeSortie } from './cpf/cpf-achats.ts';
import { cpfOffre } from './cpf/cpf-offre.ts';
import { cpfUsager } from './cpf/cpf-usagers.ts';
import { encodageManuel } from './encodages-manuels/encodage-manuel.ts';
import { inserjeunes } from './inserjeunes/inserjeunes.ts';
import { inserjeunesEtablissement } from './inserjeunes/inserjeunes-etablissement.ts';
import { insersup } from './insersup/insersup.ts';
import { insersupOpenData } from './insersup/insersup-open-data.ts';
import { ideoFiche, ideoFormationInitiale } from './onisep/ideo.ts';
import { organismeFormation } from './organismes-formation/organisme-formation.ts';
import { constatRentree } from './parcoursup/constat-rentree.ts';
import { parcoursupFiliere } from './parcoursup/parcoursup-filiere.ts';
import { quiforme } from './quiforme/quiforme.ts';
import { siesPassage, siesReussite } from './sies/sies.ts';
import type { TableDefinition } from './core/table-definition.ts';

/** What surrounds certifications and establishments: further links, figures, habilitations, openings. */
export const COMPLEMENTS = [
  acceUai,
  acceFille,
  acceMere,
  acceSpec,
  acceZone,
  geographie,
  affelnetOffre,
  familleMetiers,
  nDispositifFormation,
  nLienMefFamilleMetier,
  nDomaineSpecialite,
  nFamilleMetierSpecPro,
  nGroupeSpecialite,
  nLettreSpecialite,
  nSecteurDisciplinaireSise,
  nTypeGroupeFormation,
  catalogueApprentissage,
  kitApprentissage,
  rncpCertificateur,
  rncpFiche,
  rncpPartenaire,
  rncpRemplacement,
  rncpRome,
  cpfEngagement,
  cpfEntreeSortie,
  cpfOffre,
  cpfUsager,
  encodageManuel,
  inserjeunes,
  inserjeunesEtablissement,
  insersup,
  insersupOpenData,
  ideoFiche,
  ideoFormationInitiale,
  organismeFormation,
  constatRentree,
  parcoursupFiliere,
  quiforme,
  siesPassage,
  siesReussite,
] as unknown as readonly TableDefinition[];
