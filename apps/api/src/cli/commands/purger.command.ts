import { PurgerUseCase } from '../../purge/purger.use-case.ts';
import { EXIT, parseOptions, UsageError, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';

const JOURS = 365;
/** A purge of the day's work is a mistake: what was launched this week is still looked at. */
const JOURS_MIN = 7;

export const purger: Command = {
  nom: 'purger',
  resume: 'supprime les vieilles exécutions, leurs exports, les envois faits et les sessions closes',
  aide: `
Usage : concordance purger [--jours N] [--essai]

Supprime ce qui est terminé depuis plus de N jours :
  - les exécutions, avec leurs réponses, contrôles et chiffres ;
  - les exports, avec leurs fichiers ;
  - les fichiers téléversés qu'aucun import n'attend ;
  - les messages déjà envoyés à la file, les sessions closes, les essais de connexion.

Ne supprime jamais : une décision, une lecture en aveugle, une ligne du journal, un instantané, une campagne ; ni
l'exécution publiée, la dernière terminée et le dernier export de chaque campagne, ni une exécution qu'une décision, un
dossier de la file, un tirage ou un export gardé désigne.

  --jours N   l'âge, ${JOURS} jours par défaut, ${JOURS_MIN} au moins
  --essai     compte et ne supprime rien`,
  async run(args, terminal) {
    const { values } = parseOptions(args, {
      jours: { type: 'string', default: String(JOURS) },
      essai: { type: 'boolean', default: false },
    });
    const jours = Number(values.jours);
    if (!Number.isInteger(jours) || jours < JOURS_MIN) {
      throw new UsageError(
        `--jours ${values.jours} : attendu un nombre entier de jours, ${JOURS_MIN} au moins`,
      );
    }
    const { essai } = values;
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const purge = await app.get(PurgerUseCase).execute({ jours, essai });
      const counts: [string, number][] = [
        ['exécutions', purge.executions],
        ['exports', purge.exports],
        ['fichiers téléversés abandonnés', purge.televersements],
        ['messages envoyés', purge.envois],
        ['sessions closes', purge.sessions],
        ['essais de connexion', purge.tentatives],
      ];
      terminal.stdout.write(
        `${essai ? 'À supprimer' : 'Supprimé'}, terminé depuis plus de ${jours} jours :\n` +
          counts.map(([nom, nombre]) => `  ${nom} : ${nombre}\n`).join(''),
      );
      return EXIT.fait;
    });
  },
};
