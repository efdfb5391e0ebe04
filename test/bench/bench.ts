/**
 * Speed of the engine on one core: retrieval at 10,000 and 100,000 references, and the whole decision. The service
 * runs one engine a worker, so a machine of two cores does twice as much; the figures and floors are of one.
 *
 *   node --import ./test/quality/register-typescript.js test/bench/bench.ts
 *
 * The references and the labels are drawn, with a fixed seed, from the vocabulary of the field: the bench
 * needs no data and gives the same work on every machine. No label is measured that the engine has met before: it
 * warms up on others.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

/** Works through the first half of the items to warm up, then says how many of the other half a second. */
function perSecond<Item>(name: string, items: readonly Item[], work: (item: Item) => void): number {
  const half = items.length / 2;
  items.slice(0, half).forEach(work);
  const measured = items.slice(half);
  const start = performance.now();
  for (const item of measured) work(item);
  const rate = (measured.length * 1000) / (performance.now() - start);
  const floor = FLOORS[name] ?? 0;
  if (rate < floor) process.exitCode = 1;
  const verdict = rate >= floor ? 'tenu' : 'MANQUÉ';
  process.stdout.write(
    `${name.padEnd(40)} ${Math.round(rate).toLocaleString('fr-FR').padStart(10)}/s (plancher ${floor.toLocaleString('fr-FR')} : ${verdict})\n`,
  );
  return rate;
}

/** Bytes in use once what nobody holds any more is gone. */
function bytesInUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const rates: number[] = [];
for (const size of [10_000, 100_000]) {
  const concordance = drawConcordance(size);
  const before = bytesInUse();
  const start = performance.now();
  const index = buildLabelIndex(concordance.certifications, RENTREE);
  const retriever = new Retriever(index);
  const built = performance.now() - start;
  process.stdout.write(
    `index de ${size.toLocaleString('fr-FR')} références : ${Math.round(built)} ms, ${Math.round((bytesInUse() - before) / 1e6)} Mo\n`,
  );
  const queries = drawLabels(concordance, 2 * QUERIES).map((text) =>
    prepareDemande(formation(text), index, RENTREE),
  );
  const affinity = {
    groupOf: new Int16Array(size),
    byGroup: Float32Array.of(1),
    own: new Float32Array(size).fill(1),
  };
  rates.push(
    perSecond(
      `recherche, ${size.toLocaleString('fr-FR').replace(/\s/g, ' ')} références`,
      queries,
      ({ mots }) => {
        retriever.retrieve(mots, 24, affinity);
      },
    ),
  );
}
const [small = 0, large = 1] = rates;
process.stdout.write(
  `une recherche coûte ${(small / large).toFixed(1).replace('.', ',')} fois plus pour 10 fois plus de références\n`,
);
const concordance = drawConcordance(10_000);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: RENTREE });
perSecond(
  'décision entière, 10 000 références',
  drawLabels(concordance, 2 * QUERIES).map(formation),
  (label) => {
    matcher.match(label);
  },
);
