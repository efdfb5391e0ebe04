import { userInfo } from 'node:os';
import { NotFoundError } from '../../common/domain-errors.ts';
import { CompteRepository } from '../../comptes/compte.repository.ts';
import { CreerPremierAdministrateur } from '../../comptes/creer-premier-administrateur.use-case.ts';
import { ReinitialiserMotDePasse } from '../../comptes/reinitialiser-mot-de-passe.use-case.ts';
import { EXIT, parseOptions, required, UsageError, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';

export const compte: Command = {
  nom: 'compte',
  resume: 'crée le premier administrateur, ou redonne un mot de passe',
  aide: `
Usage : concordance compte <action>

  premier                           crée le premier administrateur d'une installation qui n'a aucun compte
                                    (npm start le fait de lui-même)
  reinitialiser --identifiant ID    donne un nouveau mot de passe provisoire à un compte et ferme ses sessions

Le mot de passe provisoire n'est affiché qu'une fois ; il est à changer à la première connexion.`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, { identifiant: { type: 'string' } }, 1);
    const [action] = positionals;
    if (action !== 'premier' && action !== 'reinitialiser') {
      throw new UsageError('action attendue : premier, reinitialiser');
    }
    const identifiant = action === 'reinitialiser' ? required(values.identifiant, 'identifiant') : null;
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      const created =
        identifiant === null
          ? await app.get(CreerPremierAdministrateur).execute()
          : await reset(
              app.get(CompteRepository),
              app.get(ReinitialiserMotDePasse),
              identifiant.trim().toLowerCase(),
            );
      if (created === null) {
        terminal.stderr.write("Cette installation a déjà des comptes : rien n'a été créé.\n");
        return EXIT.echec;
      }
      terminal.stdout.write(`identifiant  ${created.identifiant}\nmot de passe ${created.motDePasse}\n`);
      return EXIT.fait;
    });
  },
};

async function reset(
  comptes: CompteRepository,
  reinitialiser: ReinitialiserMotDePasse,
  identifiant: string,
): Promise<{ identifiant: string; motDePasse: string }> {
  const found = await comptes.findByIdentifiant(identifiant);
  if (found === null) throw new NotFoundError('COMPTE_INCONNU', `aucun compte « ${identifiant} »`);
  const { motDePasseProvisoire } = await reinitialiser.execute(found.id, {
    compteId: null,
    nom: `${userInfo().username} (ligne de commande)`,
  });
  return { identifiant, motDePasse: motDePasseProvisoire };
}
