import { writeFile } from 'node:fs/promises';
import { GROUPES, MOMENTS, PERIMETRES_DU_RAPPORT, POIDS } from '../../couverture/couverture.ts';
import { couvertureCsv, couvertureText } from '../../couverture/couverture.presenter.ts';
import { ReadCouvertureUseCase } from '../../couverture/read-couverture.use-case.ts';
import { EXIT, oneOf, parseOptions, required, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { findCampagne } from '../find-campagne.ts';

export const couverture: Command = {
  nom: 'couverture',
  resume: 'dit quelle part des formations a des chiffres, et pourquoi les autres non',
  aide: `
Usage : concordance couverture --campagne ID [options]

Rapport de la dernière exécution terminée : total, raisons, les trois moments (codes tels que donnés, après la
concordance, après l'appariement et la revue).

  --campagne ID     l'identifiant de la campagne, ou son nom
  --moment M        ${MOMENTS.join(', ')} (défaut : revue)
  --poids P         ${POIDS.join(', ')} (défaut : formations)
  --groupe G        ${GROUPES.join(', ')} (défaut : type)
  --perimetre P     ${PERIMETRES_DU_RAPPORT.join(', ')} (défaut : tous)
  --avec R          precedente (l'exécution d'avant) ou campagne (la campagne d'avant)
  --json            le rapport sur la sortie standard
  --csv F           le rapport dans un fichier, pour un tableur`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      campagne: { type: 'string' },
      moment: { type: 'string' },
      poids: { type: 'string' },
      groupe: { type: 'string' },
      perimetre: { type: 'string' },
      avec: { type: 'string' },
      csv: { type: 'string' },
      json: { type: 'boolean' },
    });
    const wanted = required(values.campagne, 'campagne');
    const demande = {
      moment: oneOf(values.moment ?? 'revue', MOMENTS, 'moment'),
      poids: oneOf(values.poids ?? 'formations', POIDS, 'poids'),
      groupe: oneOf(values.groupe ?? 'type', GROUPES, 'groupe'),
      perimetre:
        values.perimetre === undefined
          ? undefined
          : oneOf(values.perimetre, PERIMETRES_DU_RAPPORT, 'perimetre'),
    };
    const avec = values.avec === undefined ? null : oneOf(values.avec, ['precedente', 'campagne'], 'avec');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const { id } = await findCampagne(app, wanted);
      const rapport = await app.get(ReadCouvertureUseCase).execute({ campagneId: id }, demande, avec);
      if (rapport.etat === 'absente') {
        terminal.stderr.write('Les chiffres de cette exécution ne sont pas encore calculés.\n');
      }
      if (values.csv !== undefined) await writeFile(values.csv, couvertureCsv(rapport));
      if (values.json === true) terminal.stdout.write(`${JSON.stringify(rapport, null, 2)}\n`);
      else if (values.csv === undefined) terminal.stdout.write(couvertureText(rapport));
      return EXIT.fait;
    });
  },
};
