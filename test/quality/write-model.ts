import { writeFileSync } from 'node:fs';
import type { Model } from '#matching';
import { learnedWordsText } from '../../libs/matching/model/learned-words.ts';

const quoted = (text: string): string => `'${text.replace(/'/g, "\\'")}'`;
const record = (entries: Readonly<Record<string, number>>, indent: string): string =>
  Object.entries(entries)
    .map(([key, value]) => `${indent}${quoted(key)}: ${String(value)},\n`)
    .join('');
const usageText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${code}=${String(count)}`)
    .join(' ');

/** Writes a model as the module that the engine ships. */
export function writeModel(path: string, model: Model): void {
  const { calibration } = model;
  const rounded = (value: number): string => String(Number(value.toFixed(6)));
  writeFileSync(
    path,
    `import type { Model } from './model.ts';
import { readLearnedWords } from './learned-words.ts';
import { readUsage } from './read-usage.ts';

/**
 * The model that the engine ships. Written by \`npm run train\`; do not edit by hand. docs/algorithme.md says
 * what it was learned from and how good it is.
 */
export const DEFAULT_MODEL: Model = {
  id: ${quoted(model.id)},
  version: ${String(model.version)},
  poids: {
${record(model.poids, '    ')}  },
  usage: {
    parcoursup: readUsage(${quoted(usageText(model.usage.parcoursup))}),
    affelnet: readUsage(${quoted(usageText(model.usage.affelnet))}),
    libre: readUsage(${quoted(usageText(model.usage.libre))}),
  },
  mots: readLearnedWords(
    ${quoted(learnedWordsText(model.mots))},
  ),
  calibration: {
    noms: [${calibration.noms.map(quoted).join(', ')}],
    poids: [${calibration.poids.map(rounded).join(', ')}],
    biais: ${rounded(calibration.biais)},
  },
  seuils: [
${model.seuils
  .map(
    ({ strate, risque, seuil, acceptes, faux, borne }) =>
      `    { strate: ${quoted(strate)}, risque: ${String(risque)}, seuil: ${String(seuil)}, acceptes: ${String(acceptes)}, faux: ${String(faux)}, borne: ${rounded(borne)} },\n`,
  )
  .join('')}  ],
  mesures: {
${record(model.mesures, '    ')}  },
  empreinte: ${quoted(model.empreinte)},
};
`,
  );
}
