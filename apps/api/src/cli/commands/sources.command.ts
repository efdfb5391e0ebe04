import { SOURCES } from '#sources';
import { EXIT, parseOptions, type Command } from '../command.ts';

const yes = (value: boolean): string => (value ? 'oui' : 'non');

export const sources: Command = {
  nom: 'sources',
  resume: 'liste les sources et ce que chacune sait faire',
  aide: `
Usage : concordance sources [--json]

Liste les sources de Concordance : ce qu'elles lisent, par fichier ou par API, leur cadence et leur licence.

  --json   un tableau JSON : id, libelle, producteur, fichier, api, planifiable, cadence, licence`,
  async run(args, { stdout }) {
    const { values } = parseOptions(args, { json: { type: 'boolean' } });
    if (values.json === true) {
      const list = SOURCES.map(
        ({ id, libelle, producteur, fichier, api, planifiable, cadence, licence }) => ({
          id,
          libelle,
          producteur,
          fichier,
          api,
          planifiable,
          cadence,
          licence,
        }),
      );
      stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      return EXIT.fait;
    }
    for (const source of SOURCES) {
      stdout.write(`${source.id.padEnd(24)} ${source.libelle} (${source.producteur})\n`);
      stdout.write(`${' '.repeat(25)}tables : ${source.tables.join(', ')}\n`);
      stdout.write(
        `${' '.repeat(25)}fichier ${yes(source.fichier)} · API ${yes(source.api)} · ${source.cadence}\n`,
      );
    }
    return Promise.resolve(EXIT.fait);
  },
};
