import { BuildExportUseCase } from '../../exports/build-export.use-case.ts';
import { ExportRepository } from '../../exports/export.repository.ts';
import { RuleViolationError } from '../../common/domain-errors.ts';
import { EXIT, parseOptions, required, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { findCampagne } from '../find-campagne.ts';

export const exporter: Command = {
  nom: 'exporter',
  resume: 'écrit l’export JSON d’une campagne dans un dossier',
  aide: `
Usage : concordance exporter --campagne ID --sortie DIR [--json]

Écrit dans DIR formations.json, formations.ndjson, schema.json (JSON Schema) et manifeste.json (compteurs, SHA-256).
L'exécution publiée si la campagne en a une, sinon la dernière terminée. Mêmes entrées, mêmes octets.
DIR est remplacé en entier s'il contient déjà un export ; un dossier qui contient autre chose est refusé.

  --campagne ID   l'identifiant de la campagne, ou son nom
  --sortie DIR    le dossier à écrire
  --json          le manifeste sur la sortie standard`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      campagne: { type: 'string' },
      sortie: { type: 'string' },
      json: { type: 'boolean' },
    });
    const wanted = required(values.campagne, 'campagne');
    const sortie = required(values.sortie, 'sortie');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const campagne = await findCampagne(app, wanted);
      const executionId = await app.get(ExportRepository).executionToExport(campagne.id);
      if (executionId === null) {
        throw new RuleViolationError('RIEN_A_EXPORTER', `${campagne.nom} n'a pas d'exécution terminée`);
      }
      const { manifeste } = await app.get(BuildExportUseCase).write(executionId, sortie);
      terminal.stdout.write(
        values.json === true
          ? `${JSON.stringify(manifeste, null, 2)}\n`
          : `${manifeste.compteurs.formations} formations exportées dans ${sortie}\n`,
      );
      return EXIT.fait;
    });
  },
};
