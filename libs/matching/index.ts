/** Public door of the matching engine. Pure: the same inputs always give the same answer. */
export type * from './reference-data.ts';
export type * from './formation.ts';
export { MOTIFS } from './match-result.ts';
export type * from './match-result.ts';
export type * from './concordance/certification.ts';
export type * from './concordance/concordance.ts';
export type { FicheRncp } from './concordance/fiches.ts';
export { readTypeDiplome, type TypeDiplome } from './labels/type-diplome.ts';
export { buildConcordance } from './concordance/build-concordance.ts';
export type { LienConcordance, TypeNoeud } from './concordance/links.ts';
export type { Situation } from './concordance/opening.ts';
export { createMatcher } from './matcher.ts';
export type { MatchContext, Matcher, MatcherOptions } from './matcher.ts';
export { signatureOf } from './signature.ts';
export { DEFAULT_MODEL } from './model/default-model.ts';
export type { Calibration, Model, SeuilCertifie } from './model/model.ts';
export { thresholdFor } from './model/threshold.ts';
export { upperBound } from './model/clopper-pearson.ts';
export type { Continuum } from './concordance/continuum.ts';
export { ACADEMIES, academieOfUai, parseAcademie, type Academie } from './codes/academie.ts';
export { ACTEURS, alertesDeFormation, TYPES_ALERTE } from './etablissement/alertes.ts';
export type {
  Acteur,
  AlerteFormation,
  DureeMef,
  EntreeAlertes,
  TypeAlerte,
} from './etablissement/alertes.ts';
export {
  CRITERES_CONTROLE,
  ETATS_CONTROLE,
  MOTIFS_CONTROLE,
  SOURCES_CONTROLE,
} from './etablissement/controle.ts';
export type {
  Controle,
  CritereControle,
  Desaccord,
  EtatControle,
  MotifControle,
  SourceControle,
} from './etablissement/controle.ts';
export { controlerFormation, type ControlesFormation } from './etablissement/controler-formation.ts';
export { estDiplomeDEtat } from './etablissement/controle-habilitation.ts';
export type { EntreeControle } from './etablissement/entree-controle.ts';
export { horsPerimetreQuiForme, mereUnique, ouvertureUai } from './etablissement/etablissement.ts';
export type { FicheEtablissement, OuvertureUai, Rattachement } from './etablissement/etablissement.ts';
export { offresEtablissements } from './etablissement/offres.ts';
export type { CodesEtablissement, OffresEtablissements } from './etablissement/offres.ts';
export { aLaDate, type ControleDate } from './etablissement/fraicheur.ts';
export type {
  CoupleUaiSiret,
  FichesEtablissements,
  OrganismeListePublique,
  OrganismeQuiForme,
  SourcesEnService,
} from './etablissement/fiches.ts';
export { parseCfd, parseCfdAvecSpecialite, type Cfd } from './codes/cfd.ts';
export { parseCi, type Ci } from './codes/ci.ts';
export { parseCleMe, readCleMe, type CleMe } from './codes/cle-me.ts';
export { parseIdeo, type Ideo } from './codes/ideo.ts';
export { parseMef, readMef, type Mef } from './codes/mef.ts';
export { parseMefstat11, type Mefstat11 } from './codes/mefstat11.ts';
export { parseNda, type Nda } from './codes/nda.ts';
export { parseRncp, type Rncp } from './codes/rncp.ts';
export { parseRs, type Rs } from './codes/rs.ts';
export { parseSiren, parseSiret, type Siren, type Siret } from './codes/siret.ts';
export { parseSise, type Sise } from './codes/sise.ts';
export { parseUai, type Uai } from './codes/uai.ts';
export { htmlReport } from './evaluation/html-report.ts';
export { judge, type JudgedLabel } from './evaluation/judge.ts';
export { distinctLabels, type DistinctLabel, type LabelledRow } from './evaluation/labelled-row.ts';
export { measure, type Mesure } from './evaluation/measure.ts';
export {
  academieDe,
  couvrirFormation,
  pistesDesMoments,
  type PistesDesMoments,
} from './couverture/couvrir.ts';
export type {
  ContexteCouverture,
  CouvertureFormation,
  FormationACouvrir,
  TauxSies,
} from './couverture/couvrir.ts';
export { CHEMINS, isCouvert, SEUIL_EFFECTIF, TYPES_LIEU, TYPES_TERRITOIRE } from './couverture/chiffres.ts';
export type * from './couverture/chiffres.ts';
export { ETATS_COUVERTURE, RAISONS_NON_COUVERT, raisonOf } from './couverture/etat-couverture.ts';
export type { EtatCouverture, FaitsCouverture, RaisonNonCouvert } from './couverture/etat-couverture.ts';
export { voieDesChiffres } from './couverture/lieux.ts';
export type { LieuxDeFormation } from './couverture/lieux.ts';
export { chiffresInserJeunes, chiffresInserSup, tauxSies } from './couverture/mesures.ts';
export type { CodeRetenu } from './couverture/pistes.ts';
export { memoriserGraphe } from './couverture/graphe-memorise.ts';
export { IndicateursRanges } from './couverture/indicateurs-ranges.ts';
export { codesCherches, lieuxCherches, type LieuCherche } from './couverture/lieux-cherches.ts';
export { empaqueter, PaquetLu, VERSION_PAQUET, type LigneAEmpaqueter } from './couverture/paquet.ts';
export type { IndexIndicateurs } from './couverture/rattacher.ts';
export { academieOf, isMalCouvert, regionOf } from './couverture/territoire.ts';
export { retrievalReport, retrievalText, type RapportRecherche } from './evaluation/retrieval-report.ts';
export type { Etape, Perte, TraceRecherche } from './retrieval/candidate-finder.ts';
export { labelKey, sortJudgements, VERSION_JUGEMENTS } from './training/judgement.ts';
export type { JugementExporte, JugementsTries } from './training/judgement.ts';
