import { STRATE_FAIBLE, strateOf } from '../../libs/matching/decision/strate.ts';
import { contradictsLabel } from '../../libs/matching/evaluation/contradicts-label.ts';
import { isClosedToEntry, obstacleOf } from '../../libs/matching/decision/obstacles.ts';
import { NOMS_DES_VALEURS } from '../../libs/matching/features/criteres.ts';
import { calibrated, calibrationInputs } from '../../libs/matching/model/calibrate.ts';
import type { Model } from '../../libs/matching/model/model.ts';
import { rank, type Classe } from '../../libs/matching/model/rank.ts';
import { certifyThreshold, tightenForStratum, withMargin } from '../../libs/matching/model/threshold.ts';
import { expectedWeights } from '../../libs/matching/training/expected-weights.ts';
import { trainCalibration } from '../../libs/matching/training/train-calibration.ts';
import { trainRanker } from '../../libs/matching/training/train-ranker.ts';
import { buildExamples, countLabels, type Garde, type LabelExample } from './examples.ts';
import { Evidence } from './evidence.ts';
import { fingerprint, foldOf, PLIS, SETS } from './gold.ts';
import { buildJudgementExamples } from './judgement-examples.ts';
import { sortedJudgements, withJudgements } from './judgements.ts';

const REGLAGES = { iterations: 400, pas: 0.1, regularisation: 0.3, apriori: expectedWeights() };
const RISQUES = [0.005, 0.01, 0.02, 0.05];
/** Share of the risk that the labels learned from may spend. */
const MARGE = 0.4;
/** What the calibration reads of an answer. */
const ENTREES = [
  'logit du rang 1',
  'couverture demande',
  'couverture libellé',
  'plus gros manque demande',
  'type de diplôme',
  'type contraire',
  'jamais vu',
  'supérieur et titres',
  'titre',
  'ressemblance du texte',
  'meilleur morceau',
  'établissement non retrouvé',
  'écart au deuxième',
  'spécialité contraire',
  'exclue par la colonne',
];

/** The answer to a label of a ranker and a calibration that have not seen it. */
export interface ReponseCroisee {
  readonly example: LabelExample;
  readonly fold: number;
  readonly ranked: readonly Classe[];
  readonly juste: boolean;
  /** The truth contradicts the label, or its own rows contradict it: set aside before calibrating. */
  readonly contredit: boolean;
}

/** A model with the answers that calibrated it. */
export interface Apprentissage {
  readonly model: Model;
  readonly reponses: readonly ReponseCroisee[];
  /** Those kept, with the confidence that a calibration blind to them gives. */
  readonly jugees: readonly {
    readonly confiance: number;
    readonly juste: boolean;
    readonly reponse: ReponseCroisee;
  }[];
}

function learnWeights(examples: readonly LabelExample[]): Float64Array {
  const learnable = examples
    .map(({ classement }) => classement)
    .filter(({ justes }) => justes.includes(true));
  return trainRanker(learnable, REGLAGES);
}

/** Says of which labels every row contradicts its own truth, as the evaluation does. */
async function deniedByItsRows(): Promise<(example: LabelExample) => boolean> {
  const bySet = new Map<string, Evidence>();
  for (const set of SETS) bySet.set(set, await Evidence.of(set, () => false));
  return ({ set, label }) => (bySet.get(set)?.against(label).length ?? 0) > 0;
}

/** Each label answered by a ranker that has not seen it. */
async function crossAnswers(
  examples: readonly LabelExample[],
  journal: (text: string) => void,
): Promise<ReponseCroisee[]> {
  const out: ReponseCroisee[] = [];
  const isDenied = await deniedByItsRows();
  for (const fold of PLIS) {
    const weights = learnWeights(examples.filter(({ label }) => foldOf(label.cle, 'interne') !== fold));
    for (const example of examples) {
      if (foldOf(example.label.cle, 'interne') !== fold || example.variante !== 'original') continue;
      const right = new Set(example.label.verites.map(({ cfd }) => cfd));
      const isRight = ({ paire }: Classe): boolean => right.has(paire.certification.cfd ?? '');
      const ranked = rank(example.paires, weights);
      const juste = ranked[0] !== undefined && isRight(ranked[0]);
      const contredit =
        contradictsLabel(example.paires, ({ cfd }) => right.has(cfd ?? '')) || isDenied(example);
      out.push({ example, fold, ranked, juste, contredit });
    }
    journal(`pli ${String(fold + 1)} sur ${String(PLIS.length)} appris`);
  }
  return out;
}

/** Whether the first of the candidates may be accepted at all on its label. */
export function isAcceptable(ranked: readonly Classe[]): boolean {
  const [first] = ranked;
  if (first === undefined || first.paire.situation.fermee || isClosedToEntry(first.paire)) return false;
  return obstacleOf(first, ranked) === null;
}

const toExample = ({ ranked, juste }: ReponseCroisee) => ({ entrees: calibrationInputs(ranked), juste });

/**
 * Learns a whole model (weights, usage, calibration, certified thresholds) from the labels kept, and from no
 * other: those left out may then judge it. Deterministic.
 *
 * @param jugements files of judgements: those kept, chosen by the queue, teach the ranker; neither the calibration
 * nor the thresholds read them, since the queue asks about what is doubtful
 */
export async function learnModel(
  garde: Garde,
  journal: (text: string) => void = () => undefined,
  jugements: readonly string[] = [],
): Promise<Apprentissage> {
  const judged = sortedJudgements(jugements).aApprendre.filter(({ cle }) => garde(cle));
  const comptes = countLabels(garde, judged);
  const examples = [
    ...(await buildExamples(comptes, garde)),
    ...(await buildJudgementExamples(judged, comptes)),
  ];
  journal(`${String(examples.length)} exemples`);
  const reponses = await crossAnswers(examples, journal);
  const kept = reponses.filter(({ contredit }) => !contredit);
  // The threshold is chosen on confidences that the calibration gives to labels it has not seen either.
  const answered = PLIS.flatMap((fold) => {
    const calibration = trainCalibration(
      kept.filter((reponse) => reponse.fold !== fold).map(toExample),
      ENTREES,
    );
    return reponses
      .filter((reponse) => reponse.fold === fold)
      .map((reponse) => ({
        confiance: calibrated(reponse.ranked, calibration),
        juste: reponse.juste,
        reponse,
      }));
  });
  const jugees = answered.filter(({ reponse }) => !reponse.contredit);
  const weights = learnWeights(examples);
  // What an obstacle keeps from being accepted has no say in the threshold of what is.
  const acceptables = answered.filter(({ reponse: { ranked } }) => isAcceptable(ranked));
  const coherents = acceptables.filter(({ reponse }) => !reponse.contredit);
  const faibles = acceptables.filter(
    ({ reponse }) => reponse.ranked[0] !== undefined && strateOf(reponse.ranked[0].paire) === STRATE_FAIBLE,
  );
  const seuils = RISQUES.flatMap((risque) => {
    const toutes = withMargin(certifyThreshold(coherents, risque, 'toutes'), coherents, MARGE);
    return [toutes, tightenForStratum(faibles, toutes, STRATE_FAIBLE)];
  });
  const right = reponses.filter(({ juste }) => juste).length;
  const empreinte = withJudgements(fingerprint(), jugements);
  const share = (part: number, whole: number): number => Number((part / whole).toFixed(4));
  const model: Model = {
    // A model that learned from judgements is another: results name the one that made them.
    id: jugements.length === 0 ? 'concordance-4' : `concordance-4+${empreinte.slice(0, 8)}`,
    version: 3,
    poids: Object.fromEntries(NOMS_DES_VALEURS.map((nom, i) => [nom, Number((weights[i] ?? 0).toFixed(4))])),
    usage: comptes.usage.counts(),
    mots: comptes.mots.counts(),
    calibration: trainCalibration(kept.map(toExample), ENTREES),
    seuils,
    mesures: {
      'étiquettes apprises': reponses.length,
      'étiquettes mises à part': reponses.length - kept.length,
      'justes en validation croisée': share(right, reponses.length),
      'part acceptée au risque 0,01': share(
        seuils.find(({ risque }) => risque === 0.01)?.acceptes ?? 0,
        kept.length,
      ),
    },
    empreinte,
  };
  return { model, reponses, jugees };
}
