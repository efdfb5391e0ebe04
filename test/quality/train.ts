/**
 * Learns the model from the labelled sets of ../shared/data and writes libs/matching/model/default-model.ts.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/train.ts [--jugements F.ndjson…] [--sortie F.ts]
 *
 * Deterministic: same data, same code, same model. The reserve is never read. FAUX=N lists the N surest mistakes.
 * `--jugements` adds what people decided in the service (`concordance exporter-jugements`): chosen items teach the
 * ranker, those drawn at random are left for `npm run evaluation`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDevelopment } from './examples.ts';
import { learnModel } from './learn.ts';
import { writeModel } from './write-model.ts';

const { values } = parseArgs({
  options: {
    jugements: { type: 'string', multiple: true, default: [] },
    sortie: {
      type: 'string',
      default: join(import.meta.dirname, '..', '..', 'libs', 'matching', 'model', 'default-model.ts'),
    },
  },
});

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const { model, reponses, jugees } = await learnModel(
  isDevelopment,
  (text) => {
    process.stderr.write(`${text}\n`);
  },
  values.jugements,
);
for (const { example, ranked } of reponses.filter(({ contredit }) => contredit)) {
  print(
    `mise à part : ${example.set} « ${example.label.cle} » porte ${example.label.verites.map(({ cfd }) => cfd).join(',')}, ` +
      `nomme ${ranked[0]?.paire.certification.code ?? ''} ${ranked[0]?.paire.certification.libelle ?? ''}`,
  );
}
for (const seuil of model.seuils) print(JSON.stringify(seuil));
for (const { reponse, confiance } of jugees
  .filter(({ juste }) => !juste)
  .sort((a, b) => b.confiance - a.confiance)
  .slice(0, Number(process.env['FAUX'] ?? 25))) {
  const { example, ranked } = reponse;
  print(
    `faux ${confiance.toFixed(4)} ${example.set} « ${example.label.formation.libelle} » ${example.label.type} porte ${example.label.verites.map(({ cfd }) => cfd).join(',')}, ` +
      `répondu ${ranked[0]?.paire.certification.code ?? ''} ${ranked[0]?.paire.certification.libelle ?? ''}`,
  );
}
writeModel(values.sortie, model);
print(
  `justes en validation croisée : ${String(model.mesures['justes en validation croisée'] ?? 0)} de ${String(reponses.length)}`,
);
