/**
 * Measures the engine on the labelled sets and writes a report.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/evaluate.ts [--partie réserve | --croisee] [--html F] [--json]
 *
 * `--partie` is réserve (the default), "mise au point" or toutes; `--croisee` judges each label of the development
 * part by a model, thresholds included, that was learned without its fold; `--generique` feeds the labels as a
 * generic catalogue would; `--sans-type` drops the column for the type; `--erreurs N` lists the worst answers, never the reserve's.
 * `--etablissements` measures, instead, what the other formations of an establishment say of a label.
 * `--jugements F` adds the judgements exported by the service whose items were drawn at random (audits).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createMatcher, DEFAULT_MODEL, type Model } from '#matching';
import { judge, type JudgedLabel } from '../../libs/matching/evaluation/judge.ts';
import type { DistinctLabel } from '../../libs/matching/evaluation/labelled-row.ts';
import { measure } from '../../libs/matching/evaluation/measure.ts';
import { htmlReport } from '../../libs/matching/evaluation/html-report.ts';
import { retrievalReport } from '../../libs/matching/evaluation/retrieval-report.ts';
import { ceilingOf, indirectTallies } from '../../libs/matching/evaluation/truth-report.ts';
import { evaluationText } from './evaluation-text.ts';
import { Evidence, joined } from './evidence.ts';
import { measureEstablishments } from './etablissements.ts';
import { isDevelopment, type Garde } from './examples.ts';
import { concordanceOf, foldOf, partieOf, PLIS, readLabels, rentreeOf, SETS } from './gold.ts';
import { sortedJudgements } from './judgements.ts';
import { learnFolds } from './learn-folds.ts';

const { values } = parseArgs({
  options: {
    partie: { type: 'string', default: 'réserve' },
    croisee: { type: 'boolean', default: false },
    risque: { type: 'string', default: '0.01' },
    html: { type: 'string' },
    json: { type: 'boolean', default: false },
    generique: { type: 'boolean', default: false },
    'sans-type': { type: 'boolean', default: false },
    erreurs: { type: 'string', default: '10' },
    jugements: { type: 'string', multiple: true, default: [] },
    etablissements: { type: 'boolean', default: false },
  },
});

if (values.etablissements) {
  const text = await measureEstablishments((line) => process.stderr.write(`${line}\n`));
  await new Promise((written) => process.stdout.write(text, written));
  process.exit();
}

/** The labels of the reserve are counted, never named beside their truth. */
const NAMES_LABELS = values.croisee || values.partie === 'mise au point';
/** What was judged, in words. */
const PARTIE = values.croisee ? 'validation croisée imbriquée' : `partie « ${values.partie} »`;

function asAsked(label: DistinctLabel): DistinctLabel {
  const { formation } = label;
  return {
    ...label,
    formation: {
      ...formation,
      plateforme: values.generique ? 'generique' : formation.plateforme,
      typeDiplome: values['sans-type'] ? null : values.generique ? label.type : formation.typeDiplome,
    },
  };
}

/** What retrieval is reported on; not where five models each have their own. */
const searches: Parameters<typeof retrievalReport>[0][number][] = [];

async function judgeSet(
  set: string,
  all: readonly DistinctLabel[],
  model: Model,
  garde: Garde,
): Promise<JudgedLabel[]> {
  const concordance = await concordanceOf(set);
  const rentree = rentreeOf(set);
  const matcher = createMatcher(concordance, model, { rentree, risque: Number(values.risque) });
  const labels = all.filter(({ cle }) => garde(cle)).map(asAsked);
  if (!values.croisee) searches.push({ labels, matcher, concordance, rentree });
  // A judgement has no other row than itself.
  const evidence = (SETS as readonly string[]).includes(set) ? await evidenceOf(set) : null;
  return judge(
    labels,
    matcher,
    concordance,
    rentree,
    (label) => evidence !== null && evidence.against(label).length > 0,
  );
}

const evidences = new Map<string, Promise<Evidence>>();

/** What the rows of a set say of their truths. */
function evidenceOf(set: string): Promise<Evidence> {
  const inside: Garde = (cle) =>
    !values.croisee && (values.partie === 'toutes' || partieOf(cle) === values.partie);
  const known = evidences.get(set) ?? Evidence.of(set, inside);
  evidences.set(set, known);
  return known;
}

/** The models to judge with, each with the labels that it may judge. */
async function* judges(): AsyncGenerator<{ readonly model: Model; readonly garde: Garde }> {
  if (!values.croisee) {
    yield {
      model: DEFAULT_MODEL,
      garde: (cle) => values.partie === 'toutes' || partieOf(cle) === values.partie,
    };
    return;
  }
  const learned = await learnFolds(PLIS, (text) => {
    process.stderr.write(`${text}\n`);
  });
  for (const { fold, model } of learned) {
    yield { model, garde: (cle) => isDevelopment(cle) && foldOf(cle, 'externe') === fold };
  }
}

const bySet = new Map<string, JudgedLabel[]>();
for await (const { model, garde } of judges()) {
  for (const set of SETS)
    bySet.set(set, [...(bySet.get(set) ?? []), ...(await judgeSet(set, readLabels(set), model, garde))]);
}
// Items drawn at random measure whatever the part: nothing was ever learned from them.
const audits = sortedJudgements(values.jugements).aMesurer;
for (const set of new Set(audits.map((label) => label.set))) {
  const drawn = audits.filter((label) => label.set === set);
  bySet.set(`${set} (audit)`, await judgeSet(set, drawn, DEFAULT_MODEL, () => true));
}
const all = [...bySet.values()].flat();
const figures = Object.fromEntries([...bySet].map(([set, judged]) => [set, measure(judged)]));
const ensemble = measure(all);
const recherche = retrievalReport(searches);
const verites = joined(
  await Promise.all(SETS.map(async (set) => (await evidenceOf(set)).report(bySet.get(set) ?? []))),
);
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ modele: DEFAULT_MODEL.id, partie: PARTIE, ensemble, jeux: figures, recherche, verites: { sansVerite: Object.fromEntries(indirectTallies(verites)), plafond: ceilingOf(verites), contrediteParLigne: verites.contredites.length } }, null, 2)}\n`,
  );
else {
  const erreurs = NAMES_LABELS ? Number(values.erreurs) : 0;
  process.stdout.write(
    evaluationText({ figures, ensemble, labels: all, verites, recherche }, NAMES_LABELS, erreurs),
  );
}
if (values.html !== undefined)
  writeFileSync(
    values.html,
    htmlReport(all, {
      modele: DEFAULT_MODEL.id,
      ...(values.croisee ? {} : { recherche }),
      verites,
      lister: NAMES_LABELS,
      titre: `Évaluation, ${PARTIE}`,
    }),
  );
