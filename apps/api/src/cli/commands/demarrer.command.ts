import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { startApi } from '../../api-server.ts';
import { CampagneQuery } from '../../campagnes/campagne.query.ts';
import { CreerPremierAdministrateur } from '../../comptes/creer-premier-administrateur.use-case.ts';
import { childEnvironment } from '../../config/child-environment.ts';
import { exportFolder } from '../../config/folders.ts';
import { loadLocalEnv, type Config, type LocalConfig } from '../../config/load-env.ts';
import { Secret } from '../../config/secret.ts';
import { findProjectRoot } from '../../config/version.ts';
import { migrate } from '../../database/migrate.ts';
import { chooseDataDirectory } from '../../demarrage/data-directory.ts';
import { startEmbeddedPostgres } from '../../demarrage/embedded-postgres.ts';
import { acquireInstance } from '../../demarrage/instance-lock.ts';
import { assertPortFree } from '../../demarrage/ports.ts';
import { Shutdown } from '../../demarrage/shutdown.ts';
import { WorkerProcesses } from '../../demarrage/worker-processes.ts';
import { EXIT, parseOptions, type Command, type ExitCode, type Terminal } from '../command.ts';
import { ensureSampleCampaigns } from '../sample-campaigns.ts';

export const demarrer: Command = {
  nom: 'demarrer',
  resume: 'démarre tout : base, travailleurs, API et back office (npm start)',
  aide: `
Usage : concordance demarrer [--sans-exemple]

Démarre la base (PostgreSQL embarqué, ou celle de DATABASE_URL), les travailleurs, l'API et le back office. Au premier
démarrage, importe et apparie les campagnes d'exemple, et crée le premier administrateur.

  --sans-exemple   n'importe pas les campagnes d'exemple

Variables : PORT (3000), DATABASE_URL, REDIS_URL, CONCORDANCE_DATA_DIR, CONCORDANCE_EXPORT_DIR,
CONCORDANCE_TRAVAILLEURS (2), LOG_LEVEL.
Ctrl-C arrête tout.`,
  async run(args, terminal) {
    const { values } = parseOptions(args, { 'sans-exemple': { type: 'boolean' } });
    const say = (message: string): void => {
      terminal.stderr.write(`${message}\n`);
    };
    const shutdown = new Shutdown({ log: say });
    shutdown.listen();
    try {
      const config = await startStore(loadLocalEnv(), shutdown, say);
      const app = await startServices(config, shutdown, say);
      if (values['sans-exemple'] !== true && !shutdown.requested) {
        await ensureSampleCampaigns(
          app,
          join(findProjectRoot(), 'samples'),
          terminal,
          () => shutdown.requested,
        );
      }
      if (!shutdown.requested) await summarise(app, config, terminal);
    } catch (error) {
      await shutdown.run();
      throw error;
    }
    return (await shutdown.wait()) === 0 ? EXIT.fait : (EXIT.echec satisfies ExitCode);
  },
};

/** The place of this instance, and the database. */
async function startStore(
  local: LocalConfig,
  shutdown: Shutdown,
  say: (message: string) => void,
): Promise<Config> {
  const data = chooseDataDirectory({ projet: findProjectRoot(), demande: local.dataDir ?? undefined });
  if (data.avertissement !== null) say(data.avertissement);
  const instance = await acquireInstance({ dossier: data.dossier, portWeb: local.port });
  shutdown.add('place', () => instance.release());
  await assertPortFree(local.port, local.adresse ?? undefined);
  if (local.databaseUrl !== null) return { ...local, databaseUrl: local.databaseUrl, dataDir: data.dossier };
  const embedded = await startEmbeddedPostgres({ dossier: data.dossier, log: say, portWeb: local.port });
  shutdown.add('base de données', () => embedded.stop());
  return { ...local, databaseUrl: new Secret(embedded.url), dataDir: data.dossier };
}

async function startServices(
  config: Config,
  shutdown: Shutdown,
  say: (message: string) => void,
): Promise<INestApplicationContext> {
  await migrate(config.databaseUrl);
  // A person reads this terminal: only what is wrong is worth a line of log there.
  const app = await startApi({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  shutdown.add('API', () => app.close());
  const workers = new WorkerProcesses({
    module: join(findProjectRoot(), 'dist', 'apps', 'api', 'src', 'main.worker.js'),
    count: config.travailleurs,
    env: { ...childEnvironment(config), LOG_LEVEL: config.logLevel === 'info' ? 'warn' : config.logLevel },
    log: say,
  });
  shutdown.add('travailleurs', () => workers.stop());
  await workers.start();
  return app;
}

async function summarise(app: INestApplicationContext, config: Config, { stdout }: Terminal): Promise<void> {
  const address = `http://localhost:${config.port}`;
  const { data } = await app
    .get(CampagneQuery)
    .list({ perPage: 100, offset: 0, sort: 'creeeLe', order: 'ASC' }, {});
  stdout.write('\n');
  for (const { nom, compteurs, nbFormations } of data) {
    stdout.write(
      compteurs === null
        ? `${nom} : ${nbFormations} formations, pas encore appariées\n`
        : `${nom} : ${nbFormations} formations, ${compteurs.apparie} appariées, ` +
            `${compteurs.aVerifier} à vérifier, ${compteurs.sansCorrespondance} sans correspondance\n`,
    );
  }
  stdout.write(`\nBack office : ${address}\n`);
  stdout.write(`Exports     : ${exportFolder(config)}\n`);
  const first = await app.get(CreerPremierAdministrateur).execute();
  if (first !== null) {
    stdout.write(`\nPremier compte administrateur (ce mot de passe n'est affiché qu'une fois) :\n`);
    stdout.write(`  identifiant  ${first.identifiant}\n  mot de passe ${first.motDePasse}\n`);
  }
  stdout.write(`\nConcordance est prête. Ctrl-C pour tout arrêter.\n`);
}
