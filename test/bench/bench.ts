/**
 * Speed of the engine on one core: retrieval at 10,000 and 100,000 references, and the whole decision.
 *
 *   node --import ./test/quality/register-typescript.js test/bench/bench.ts
 *
 * The references and the labels are drawn, with a fixed seed, from the vocabulary of the field: the bench
 * needs no data and gives the same work on every machine.
 */
import { performance } from 'node:perf_hooks';
import { createMatcher, DEFAULT_MODEL, type Formation } from '#matching';
import { SANS_CODE } from '../../libs/matching/evaluation/labelled-row.ts';
import { prepareDemande } from '../../libs/matching/features/prepare-demande.ts';
import { buildLabelIndex } from '../../libs/matching/retrieval/label-index.ts';
import { Retriever } from '../../libs/matching/retrieval/retrieve.ts';
import { drawConcordance, drawLabels } from './draw.ts';

const RENTREE = '2024-09-01';
const QUERIES = 5000;
/** Floors of the issue that set them, per second. */
const FLOORS: Readonly<Record<string, number>> = {
  'recherche, 10 000 références': 20_000,
  'recherche, 100 000 références': 5_000,
  'décision entière, 10 000 références': 3_000,
};

const formation = (libelle: string): Formation => ({
  plateforme: 'parcoursup',
  libelle,
  specialite: null,
  typeDiplome: null,
  voie: null,
  codes: SANS_CODE,
});

/** Runs the work twice, once to warm up, and says how many a second. */
function perSecond(name: string, count: number, work: (i: number) => void): boolean {
  for (let i = 0; i < count; i++) work(i);
  const start = performance.now();
  for (let i = 0; i < count; i++) work(i);
  const rate = (count * 1000) / (performance.now() - start);
  const floor = FLOORS[name] ?? 0;
  const verdict = rate >= floor ? 'tenu' : 'MANQUÉ';
  process.stdout.write(
    `${name.padEnd(40)} ${Math.round(rate).toLocaleString('fr-FR').padStart(10)}/s (plancher ${floor.toLocaleString('fr-FR')} : ${verdict})\n`,
  );
  return rate >= floor;
}

let held = true;
for (const size of [10_000, 100_000]) {
  const concordance = drawConcordance(size);
  const start = performance.now();
  const index = buildLabelIndex(concordance.certifications, RENTREE);
  process.stdout.write(
    `index de ${size.toLocaleString('fr-FR')} références : ${Math.round(performance.now() - start)} ms\n`,
  );
  const retriever = new Retriever(index);
  const queries = drawLabels(concordance, QUERIES).map((text) =>
    prepareDemande(formation(text), index, RENTREE),
  );
  const affinity = {
    groupOf: new Int16Array(size),
    byGroup: Float32Array.of(1),
    own: new Float32Array(size).fill(1),
  };
  held =
    perSecond(`recherche, ${size.toLocaleString('fr-FR').replace(/\s/g, ' ')} références`, QUERIES, (i) => {
      retriever.retrieve(queries[i]?.mots ?? [], 24, affinity);
    }) && held;
}
const concordance = drawConcordance(10_000);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: RENTREE });
const labels = drawLabels(concordance, QUERIES).map(formation);
held =
  perSecond('décision entière, 10 000 références', QUERIES, (i) => {
    const label = labels[i];
    if (label !== undefined) matcher.match(label);
  }) && held;
if (!held) process.exitCode = 1;
