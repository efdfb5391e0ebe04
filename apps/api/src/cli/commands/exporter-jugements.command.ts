import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ExportJugementsUseCase } from '../../review/export-jugements.use-case.ts';
import { EXIT, parseOptions, required, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';

export const exporterJugements: Command = {
  nom: 'exporter-jugements',
  resume: 'écrit les jugements en vigueur, sans nom, pour apprendre et mesurer',
  aide: `
Usage : concordance exporter-jugements --sortie F.ndjson

Écrit un jugement par ligne : libellés et codes de la signature, verdict, certification, modèle, date, et l'origine du
dossier. « revue » : choisi par la file, il sert à apprendre. « audit » : tiré au hasard, il sert à mesurer.
« controle » : réponse connue, il ne sert ni à l'un ni à l'autre. Mêmes jugements, mêmes octets ; aucun nom de personne.

  npm run train -- --jugements F.ndjson
  npm run evaluation -- --jugements F.ndjson

  --sortie F   le fichier à écrire`,
  async run(args, terminal) {
    const { values } = parseOptions(args, { sortie: { type: 'string' } });
    const sortie = required(values.sortie, 'sortie');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      await pipeline(app.get(ExportJugementsUseCase).open(), createWriteStream(sortie));
      terminal.stdout.write(`jugements exportés dans ${sortie}\n`);
      return EXIT.fait;
    });
  },
};
