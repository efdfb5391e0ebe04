import { writeFile } from 'node:fs/promises';
import { alertesCsv, alertesText } from '../../alertes/alerte.presenter.ts';
import { AlerteQuery, type AlerteView } from '../../alertes/alerte.query.ts';
import { RuleViolationError } from '../../common/domain-errors.ts';
import { ControlerFormationsUseCase } from '../../etablissements/controler-formations.use-case.ts';
import { EXIT, parseOptions, required, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { findCampagne } from '../find-campagne.ts';

export const alertes: Command = {
  nom: 'alertes',
  resume: 'dit ce qui cloche avant la campagne, combien de formations, et qui doit agir',
  aide: `
Usage : concordance alertes --campagne ID [--json | --csv F]

Met à jour les contrôles de la dernière exécution terminée, puis liste ses alertes, les plus fréquentes d'abord : codes
fermés avant la rentrée ou disparus, fiches RNCP finies, MEF incohérents avec leur durée, établissements fermés,
habilitations qui finissent.

  --campagne ID   l'identifiant de la campagne, ou son nom
  --csv F         la liste dans un fichier, pour un tableur
  --json          la liste sur la sortie standard`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      campagne: { type: 'string' },
      csv: { type: 'string' },
      json: { type: 'boolean' },
    });
    const wanted = required(values.campagne, 'campagne');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const { id, nom, derniereTermineeId } = await findCampagne(app, wanted);
      if (derniereTermineeId === null) {
        throw new RuleViolationError('JAMAIS_APPARIEE', `${nom} n'a pas d'exécution terminée`);
      }
      await app.get(ControlerFormationsUseCase).complete(derniereTermineeId);
      const data: AlerteView[] = [];
      for await (const page of app.get(AlerteQuery).ofCampagne(id)) data.push(...page);
      if (values.csv !== undefined) await writeFile(values.csv, alertesCsv([data]));
      if (values.json === true) terminal.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
      else if (values.csv === undefined) terminal.stdout.write(alertesText(data));
      return EXIT.fait;
    });
  },
};
