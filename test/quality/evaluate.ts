/**
 * Measures the engine on the labelled sets and writes a report.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/evaluate.ts [--partie réserve | --croisee] [--html F] [--json]
 *
 * `--partie` is réserve (the default), "mise au point" or toutes; `--croisee` judges each label of the development
 * part by a model, thresholds included, that was learned without its fold; `--generique` feeds the labels as a
 * generic catalogue would; `--sans-type` drops the column for the type; `--erreurs N` lists the worst answers.
 * `--jugements F` adds the judgements exported by the service whose items were drawn at random (audits).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createMatcher, DEFAULT_MODEL, type Model } from '#matching';
import { judge, type JudgedLabel } from '../../libs/matching/evaluation/judge.ts';
import type { DistinctLabel } from '../../libs/matching/evaluation/labelled-row.ts';
import { measure, type Mesure } from '../../libs/matching/evaluation/measure.ts';
import { htmlReport } from '../../libs/matching/evaluation/html-report.ts';
import { retrievalReport, retrievalText } from '../../libs/matching/evaluation/retrieval-report.ts';
import { ceilingOf, indirectTallies, truthText } from '../../libs/matching/evaluation/truth-report.ts';
import { Evidence, joined } from './evidence.ts';
import { isDevelopment, type Garde } from './examples.ts';
import { concordanceOf, foldOf, partieOf, PLIS, readLabels, rentreeOf, SETS } from './gold.ts';
import { sortedJudgements } from './judgements.ts';
import { learnModel } from './learn.ts';

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
  },
});

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
  for (const fold of PLIS) {
    const inside: Garde = (cle) => foldOf(cle, 'externe') === fold;
    process.stderr.write(`modèle ${String(fold + 1)} sur ${String(PLIS.length)}\n`);
    const { model } = await learnModel((cle) => isDevelopment(cle) && !inside(cle));
    yield { model, garde: (cle) => isDevelopment(cle) && inside(cle) };
  }
}

const percent = (share: number | null): string =>
  (share === null ? '–' : (share * 100).toFixed(2)).padStart(7);

function line(name: string, m: Mesure): string {
  const apart = Object.entries(m.aPart)
    .map(([why, n]) => `${why} ${String(n)} (acceptées ${String(m.aPartAcceptees[why] ?? 0)})`)
    .join(', ');
  return [
    name.padEnd(30),
    String(m.etiquettes).padStart(5),
    percent(m.justes),
    `${percent(m.justesSansContredites)} (${String(m.contredites)})`,
    percent(m.dansLesCinq),
    percent(m.acceptees),
    percent(m.accepteesParLigne),
    `${percent(m.fausses)} (${String(m.nombreFausses)})`,
    percent(m.faussesParLigne),
    percent(m.erreurDeCalibration),
    `  ${apart}`,
  ].join(' ');
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
  process.stdout.write(
    `${'jeu'.padEnd(30)} étiq.  justes  sans contredites  cinq  accept.  lignes  fausses   lignes    ECE\n`,
  );
  for (const [set, m] of Object.entries(figures)) process.stdout.write(`${line(set, m)}\n`);
  process.stdout.write(`${line('ensemble', ensemble)}\n`);
  process.stdout.write(truthText(verites, NAMES_LABELS));
  process.stdout.write(`vérité contraire au libellé :\n`);
  for (const { label, juste } of all.filter(
    ({ jugement, contredite }) => jugement === 'jugeable' && contredite,
  )) {
    process.stdout.write(
      `  ${label.set} « ${label.cle} » ×${String(label.lignes)} porte ${label.verites.map(({ cfd }) => cfd).join(',')}${juste ? ', répondu tout de même' : ''}\n`,
    );
  }
  const wrong = all
    .filter(({ jugement, juste }) => jugement === 'jugeable' && !juste)
    .sort((a, b) => b.resultat.confiance - a.resultat.confiance);
  for (const { label, resultat, rang } of wrong.slice(0, Number(values.erreurs))) {
    process.stdout.write(
      `  ${resultat.confiance.toFixed(3)} ${resultat.statut} ${label.set} « ${label.formation.libelle} ${label.formation.specialite ?? ''} » [${label.type}] ×${String(label.lignes)} : ` +
        `${label.verites.map(({ cfd }) => cfd).join(',')} attendu (rang ${String(rang)}), ${resultat.cfd ?? 'rien'} ${resultat.candidats[0]?.libelle ?? ''}\n`,
    );
  }
}
if (!values.json) process.stdout.write(retrievalText(recherche, Number(values.erreurs)));
if (values.html !== undefined)
  writeFileSync(
    values.html,
    htmlReport(all, {
      modele: DEFAULT_MODEL.id,
      recherche,
      verites,
      lister: NAMES_LABELS,
      titre: `Évaluation, ${PARTIE}`,
    }),
  );
