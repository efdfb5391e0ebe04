/**
 * Learns the model from the labelled sets of ../shared/data and writes libs/matching/model/default-model.ts.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/train.ts
 *
 * Deterministic: same data, same code, same model. The test part is never read.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { NOMS_DES_VALEURS } from '../../libs/matching/features/criteres.ts';
import { calibrated, calibrationInputs } from '../../libs/matching/model/calibrate.ts';
import { rank, type Classe } from '../../libs/matching/model/rank.ts';
import { certifyThreshold } from '../../libs/matching/model/threshold.ts';
import { expectedWeights } from '../../libs/matching/training/expected-weights.ts';
import { trainCalibration } from '../../libs/matching/training/train-calibration.ts';
import { trainRanker } from '../../libs/matching/training/train-ranker.ts';
import { contradictsLabel } from '../../libs/matching/training/contradicts-label.ts';
import { buildExamples, countUsage, type LabelExample } from './examples.ts';
import { fingerprint } from './gold.ts';
import { writeModel } from './write-model.ts';

const FOLDS = 5;
const REGLAGES = { iterations: 300, pas: 0.1, regularisation: 0.3, apriori: expectedWeights() };
const RISQUES = [0.005, 0.01, 0.02, 0.05];
/** What the calibration reads of an answer. */
const ENTREES = [
  'logit du rang 1',
  'couverture demande',
  'couverture libellé',
  'plus gros manque demande',
  'plus gros manque libellé',
  'type de diplôme',
  'type contraire',
  'jamais vu',
  'supérieur et titres',
  'ressemblance du texte',
  'meilleur morceau',
  'établissement non retrouvé',
];

interface Answer {
  readonly example: LabelExample;
  readonly fold: number;
  readonly ranked: readonly Classe[];
  readonly juste: boolean;
  readonly contredit: boolean;
}

const foldOf = (cle: string): number =>
  createHash('sha256').update(`pli ${cle}`).digest().readUInt32BE(0) % FOLDS;

function learn(examples: readonly LabelExample[]): Float64Array {
  const learnable = examples
    .map(({ classement }) => classement)
    .filter(({ justes }) => justes.includes(true));
  return trainRanker(learnable, REGLAGES);
}

/** Each label answered by a ranker that has not seen it. */
function crossAnswers(examples: readonly LabelExample[]): Answer[] {
  const out: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(examples.filter(({ label }) => foldOf(label.cle) !== fold));
    for (const example of examples) {
      if (foldOf(example.label.cle) !== fold || example.variante !== 'original') continue;
      const right = new Set(example.label.verites.map(({ cfd }) => cfd));
      const isRight = ({ paire }: Classe): boolean => right.has(paire.certification.cfd ?? '');
      const ranked = rank(example.paires, weights);
      const juste = ranked[0] !== undefined && isRight(ranked[0]);
      out.push({ example, fold, ranked, juste, contredit: contradictsLabel(ranked, isRight) });
    }
    process.stderr.write(`pli ${String(fold + 1)} sur ${String(FOLDS)} appris\n`);
  }
  return out;
}

const toExample = ({ ranked, juste }: Answer) => ({ entrees: calibrationInputs(ranked), juste });

const usage = countUsage();
const examples = await buildExamples(usage);
process.stderr.write(`${String(examples.length)} exemples\n`);
const answers = crossAnswers(examples);
const kept = answers.filter(({ contredit }) => !contredit);
for (const { example, ranked } of answers.filter(({ contredit }) => contredit)) {
  process.stdout.write(
    `mise à part : ${example.set} « ${example.label.cle} » porte ${example.label.verites.map(({ cfd }) => cfd).join(',')}, ` +
      `nomme ${ranked[0]?.paire.certification.code ?? ''} ${ranked[0]?.paire.certification.libelle ?? ''}\n`,
  );
}
// The threshold is chosen on confidences that the calibration gives to labels it has not seen either.
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const calibration = trainCalibration(kept.filter((answer) => answer.fold !== fold).map(toExample), ENTREES);
  return kept
    .filter((answer) => answer.fold === fold)
    .map((answer) => ({ confiance: calibrated(answer.ranked, calibration), juste: answer.juste, answer }));
}).flat();
const seuils = RISQUES.map((risque) => certifyThreshold(judged, risque, 'toutes'));
for (const seuil of seuils) process.stdout.write(`${JSON.stringify(seuil)}\n`);
for (const { answer, confiance } of judged
  .filter(({ juste }) => !juste)
  .sort((a, b) => b.confiance - a.confiance)
  .slice(0, Number(process.env['FAUX'] ?? 25))) {
  const { example, ranked } = answer;
  process.stdout.write(
    `faux ${confiance.toFixed(4)} ${example.set} « ${example.label.formation.libelle} » ${example.label.type} porte ${example.label.verites.map(({ cfd }) => cfd).join(',')}, ` +
      `répondu ${ranked[0]?.paire.certification.code ?? ''} ${ranked[0]?.paire.certification.libelle ?? ''}\n`,
  );
}
const weights = learn(examples);
const right = answers.filter(({ juste }) => juste).length;
writeModel(join(import.meta.dirname, '..', '..', 'libs', 'matching', 'model', 'default-model.ts'), {
  id: 'concordance-1',
  version: 1,
  poids: Object.fromEntries(NOMS_DES_VALEURS.map((nom, i) => [nom, Number((weights[i] ?? 0).toFixed(4))])),
  usage: usage.counts(),
  calibration: trainCalibration(kept.map(toExample), ENTREES),
  seuils,
  mesures: {
    'étiquettes apprises': answers.length,
    'étiquettes mises à part': answers.length - kept.length,
    'justes en validation croisée': Number((right / answers.length).toFixed(4)),
    'part acceptée au risque 0,01': Number(
      ((seuils.find(({ risque }) => risque === 0.01)?.acceptes ?? 0) / kept.length).toFixed(4),
    ),
  },
  empreinte: fingerprint(),
});
process.stdout.write(
  `justes en validation croisée : ${(right / answers.length).toFixed(4)} de ${String(answers.length)}\n`,
);
