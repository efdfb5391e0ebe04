import { CalculChiffresRepository } from '../../indicateurs/calcul-chiffres.repository.ts';
import { ChiffresFormationRepository } from '../../indicateurs/chiffres-formation.repository.ts';
import { RattraperChiffresUseCase } from '../../indicateurs/rattraper-chiffres.use-case.ts';
import { RuleViolationError } from '../../common/domain-errors.ts';
import { ProgressBar } from '../../demarrage/progression.ts';
import { EXIT, parseOptions, required, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { findCampagne } from '../find-campagne.ts';

export const chiffres: Command = {
  nom: 'chiffres',
  resume: "les chiffres d'une campagne, recalculés",
  aide: `
Usage : concordance chiffres --campagne ID [--json]

Rattache les chiffres publiés (InserJeunes, InserSup, SIES) aux formations de la dernière exécution terminée, et dit pour
chacune si elle est couverte ou pourquoi elle ne l'est pas. Seules les formations dont les entrées ont changé sont
récrites. Les travailleurs le font d'eux-mêmes après une exécution, une décision ou un import.

  --campagne ID   l'identifiant de la campagne, ou son nom
  --json          le bilan sur la sortie standard`,
  async run(args, terminal) {
    const { values } = parseOptions(args, { campagne: { type: 'string' }, json: { type: 'boolean' } });
    const wanted = required(values.campagne, 'campagne');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const campagne = await findCampagne(app, wanted);
      const executionId = await app.get(CalculChiffresRepository).executionOf(campagne.id);
      if (executionId === null) {
        throw new RuleViolationError('RIEN_A_CHIFFRER', `${campagne.nom} n'a pas d'exécution terminée`);
      }
      const bar = new ProgressBar({
        titre: campagne.nom,
        unite: 'formations',
        total: campagne.nbFormations,
        output: terminal.stderr,
      });
      const calcul = await app
        .get(RattraperChiffresUseCase)
        .execute(executionId, ({ nbTraitees }) => bar.update(nbTraitees));
      bar.update(calcul.nbTraitees);
      bar.finish();
      const compte = await app.get(ChiffresFormationRepository).compter(executionId);
      const bilan = {
        executionId,
        formations: calcul.nbTraitees,
        recalculees: calcul.nbRecalculees,
        ...compte,
      };
      terminal.stdout.write(
        values.json === true
          ? `${JSON.stringify(bilan, null, 2)}\n`
          : `${bilan.couverts} formations couvertes sur ${bilan.formations}, ${bilan.recalculees} recalculée(s)\n`,
      );
      return EXIT.fait;
    });
  },
};
