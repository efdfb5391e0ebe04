import { learnedShare } from '../features/mots-appris.ts';
import { calibrated } from '../model/calibrate.ts';
import type { Model } from '../model/model.ts';
import type { Classe } from '../model/rank.ts';
import { thresholdFor } from '../model/threshold.ts';
import { MOTIFS, type Motif, type Statut } from '../match-result.ts';
import type { CodeEvidence } from './code-evidence.ts';
import { deniesNamedOption, isClosedToEntry, obstacleOf } from './obstacles.ts';
import { strateOf } from './strate.ts';

/** What was decided, of which candidate, and why. */
export interface Decision {
  readonly statut: Statut;
  readonly choisi: Classe | null;
  readonly confiance: number;
  readonly motifs: readonly Motif[];
  /** What the codes changed in the confidence, in log-odds: positive when they confirm, negative when they deny. */
  readonly parLesCodes: number;
}

/** Score by which the label may prefer another candidate without contradicting the code. */
const CODE_TOLERANCE = 2.5;
/** Below this likeness no label answers. */
const FLOOR = 0.22;
const HOPELESS = 0.2;
/** Answers surer than this have no rival. */
const CLEAR_MARGIN = 0.85;
/** Error left when a code and the label agree. */
const AGREED = 0.995;

/** FCIL and other codes that name a domain, not a diploma: 481999xx, 58134999, 40399999. */
const GENERIQUE = /^CFD:(?:[345]8[12]|\d{5}999|\d{3}999)/;

function ordered(motifs: ReadonlySet<Motif>): Motif[] {
  return MOTIFS.filter((motif) => motifs.has(motif));
}

function commonMotifs(choisi: Classe | null, codes: CodeEvidence, generique: boolean): Set<Motif> {
  const motifs = new Set<Motif>();
  if (codes.perime) motifs.add('CODE_PERIME');
  if (codes.inconnu) motifs.add('CODE_INCONNU');
  if (codes.contradictoires) motifs.add('CODES_CONTRADICTOIRES');
  if (generique) motifs.add('SPECIALITE_GENERIQUE');
  if (choisi !== null) {
    const { nature, situation, meilleur } = choisi.paire;
    if (nature.commune) motifs.add('PREMIERE_ANNEE_COMMUNE');
    if (situation.fermee || isClosedToEntry(choisi.paire)) motifs.add('CERTIFICATION_FERMEE');
    if (meilleur.couvertureDemande > 0.97 && meilleur.couvertureLibelle > 0.97) motifs.add('LIBELLE_EXACT');
  }
  return motifs;
}

/**
 * Decides from the ranked candidates and the codes. A contradiction, between codes or between a code and the
 * label, is never accepted; nor is a generic speciality or a certification closed at the rentrée.
 */
export function decide(
  ranked: readonly Classe[],
  codes: CodeEvidence,
  model: Model,
  risque: number,
  generiqueDemandee: boolean,
): Decision {
  const premier = ranked[0] ?? null;
  const byLabel = calibrated(ranked, model.calibration);
  const byCode = ranked.find(({ paire }) => codes.communes.includes(paire.certification.code)) ?? null;
  const nobody = premier !== null && likenessOf(premier) < FLOOR && byLabel < HOPELESS;
  if (premier === null || (byCode === null && nobody)) {
    return {
      statut: generiqueDemandee || codes.contradictoires ? 'a_verifier' : 'sans_correspondance',
      choisi: null,
      confiance: 0,
      motifs: ordered(commonMotifs(null, codes, generiqueDemandee).add('AUCUN_CANDIDAT')),
      parLesCodes: 0,
    };
  }
  const agrees =
    byCode !== null &&
    (byCode === premier || !deniesNamedOption(byCode.paire)) &&
    (premier.score - byCode.score <= CODE_TOLERANCE || succeeds(byCode, premier, ranked));
  // Codes that leave several certifications open (a diploma that was split, a fiche for several) settle nothing alone.
  const settles = agrees && codes.communes.length === 1;
  const choisi = agrees ? byCode : premier;
  const generique = generiqueDemandee || GENERIQUE.test(choisi.paire.certification.code);
  const motifs = commonMotifs(choisi, codes, generique);
  const seuil = thresholdFor(model, risque, strateOf(choisi.paire));
  if (byCode !== null && !agrees) {
    motifs.add('CODE_LIBELLE_CONTRADICTOIRES');
    const doubted = Math.min(0.5, byLabel);
    const parLesCodes = logOdds(doubted) - logOdds(byLabel);
    return { statut: 'a_verifier', choisi, confiance: doubted, motifs: ordered(motifs), parLesCodes };
  }
  // The calibrated confidence is that of the first by label: another has its share of it.
  const ofChosen =
    choisi === premier ? byLabel : byLabel * Math.min(1, choisi.probabilite / premier.probabilite);
  const confiance = settles ? Math.max(byLabel, AGREED) : ofChosen;
  const obstacle = settles ? null : obstacleOf(choisi, ranked);
  const closed = choisi.paire.situation.fermee || isClosedToEntry(choisi.paire);
  const blocked = generique || codes.contradictoires || closed || obstacle !== null;
  const sure = settles || confiance >= seuil;
  if (obstacle !== null) motifs.add(obstacle);
  if (settles) motifs.add('CODE_EXACT');
  else if (sure && obstacle === null) motifs.add('MEILLEUR_NET');
  else if (obstacle === null) motifs.add(choisi.probabilite >= CLEAR_MARGIN ? 'FAIBLE' : 'AMBIGU');
  return {
    statut: sure && !blocked ? 'apparie' : 'a_verifier',
    choisi,
    // An obstacle asks for a person; it does not make the first candidate less likely.
    confiance:
      blocked && (obstacle === null || obstacle === 'HORS_CERTIFICATION')
        ? Math.min(confiance, 0.5)
        : confiance,
    motifs: ordered(motifs),
    parLesCodes: logOdds(confiance) - logOdds(ofChosen),
  };
}

/** How much a candidate answers the label: by its own labels, or by the words that the listings use for its code. */
function likenessOf({ paire }: Classe): number {
  return Math.max(paire.meilleur.ressemblance, learnedShare(paire));
}

/**
 * Whether the answer is left to people with nothing but its label to go by: no code that is known, no generic
 * speciality. Something else may then order its candidates.
 */
export function leavesToPeople(
  { statut, motifs }: Decision,
  { communes, contradictoires }: CodeEvidence,
): boolean {
  if (statut !== 'a_verifier' || motifs.includes('SPECIALITE_GENERIQUE')) return false;
  return communes.length === 0 && !contradictoires;
}

/**
 * The label names a diploma that the code's own replaces, at once or after several renovations: code and label
 * agree on the line, the code is newer.
 */
function succeeds(byCode: Classe, premier: Classe, ranked: readonly Classe[]): boolean {
  const { cfd } = premier.paire.certification;
  if (cfd === null || byCode.paire.situation.ouvrePlusTard) return false;
  const reached = new Set(byCode.paire.certification.anciens);
  for (const ancien of reached) {
    const known = ranked.find(({ paire }) => paire.certification.cfd === ancien);
    for (const older of known?.paire.certification.anciens ?? []) reached.add(older);
  }
  return reached.has(cfd);
}

/** Log-odds of a probability, kept finite. */
function logOdds(probability: number): number {
  const kept = Math.min(0.9999, Math.max(0.0001, probability));
  return Math.log(kept / (1 - kept));
}
