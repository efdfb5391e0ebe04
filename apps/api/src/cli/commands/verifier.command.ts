import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL } from '#matching';
import { loadLocalEnv, type LocalConfig } from '../../config/load-env.ts';
import { findProjectRoot, readVersion } from '../../config/version.ts';
import { chooseDataDirectory } from '../../demarrage/data-directory.ts';
import { findRunningEmbeddedPostgres } from '../../demarrage/embedded-postgres.ts';
import { accountFor } from '../../demarrage/postgres-account.ts';
import { preparePostgresBinaries } from '../../demarrage/postgres-binaries.ts';
import { prepareDataDirectory, clusterDirectory } from '../../demarrage/data-directory.ts';
import { assertPortFree } from '../../demarrage/ports.ts';
import { EXIT, parseOptions, type Command } from '../command.ts';

interface Check {
  readonly sujet: string;
  /** What is wrong and how to mend it; null when all is well. */
  readonly probleme: string | null;
  readonly detail: string;
}

export const verifier: Command = {
  nom: 'verifier',
  resume: 'dit ce qui manque ou est mal réglé ici, et comment y remédier',
  aide: `
Usage : concordance verifier [--json]

Vérifie cette installation : variables d'environnement, dossier de données, base, port, back office, exemples.
Code de sortie 1 s'il manque quelque chose.`,
  async run(args, { stdout }) {
    const { values } = parseOptions(args, { json: { type: 'boolean' } });
    const config = loadLocalEnv();
    const checks = [...facts(config), await data(config), await port(config)];
    if (values.json === true) stdout.write(`${JSON.stringify(checks, null, 2)}\n`);
    else {
      for (const { sujet, probleme, detail } of checks) {
        stdout.write(`${probleme === null ? '✓' : '✗'} ${sujet} : ${probleme ?? detail}\n`);
      }
    }
    return checks.every(({ probleme }) => probleme === null) ? EXIT.fait : EXIT.echec;
  },
};

function facts(config: LocalConfig): Check[] {
  const root = findProjectRoot();
  return [
    { sujet: 'Node.js', probleme: null, detail: process.version },
    { sujet: 'Concordance', probleme: null, detail: `${readVersion()}, modèle ${DEFAULT_MODEL.id}` },
    {
      sujet: 'files',
      probleme: null,
      detail: config.redisUrl === null ? 'BullMQ sur PostgreSQL' : 'BullMQ sur Redis (REDIS_URL)',
    },
    existence('back office', join(root, 'dist', 'admin', 'index.html'), 'lancez npm start, qui le construit'),
    existence(
      "campagnes d'exemple",
      join(root, 'samples', 'campagne.json'),
      'le dossier samples est incomplet',
    ),
  ];
}

const existence = (sujet: string, file: string, remedy: string): Check => ({
  sujet,
  probleme: existsSync(file) ? null : `absent ; ${remedy}`,
  detail: 'présent',
});

async function data(config: LocalConfig): Promise<Check> {
  const sujet = 'base de données';
  if (config.databaseUrl !== null) return { sujet, probleme: null, detail: 'celle de DATABASE_URL' };
  const { dossier } = chooseDataDirectory({
    projet: findProjectRoot(),
    demande: config.dataDir ?? undefined,
  });
  if ((await findRunningEmbeddedPostgres(dossier)) !== null) {
    return { sujet, probleme: null, detail: `PostgreSQL embarqué, en marche dans ${dossier}` };
  }
  return check(sujet, `PostgreSQL embarqué, à l'arrêt, dans ${dossier}`, async () => {
    const account = accountFor(clusterDirectory(dossier));
    prepareDataDirectory(dossier, account);
    await preparePostgresBinaries(account, dossier);
  });
}

async function port(config: LocalConfig): Promise<Check> {
  const { dossier } = chooseDataDirectory({
    projet: findProjectRoot(),
    demande: config.dataDir ?? undefined,
  });
  const running = await findRunningEmbeddedPostgres(dossier);
  if (running?.portWeb === config.port) {
    return { sujet: 'port', probleme: null, detail: `${config.port}, servi par Concordance` };
  }
  return check('port', `${config.port}, libre`, () =>
    assertPortFree(config.port, config.adresse ?? undefined),
  );
}

async function check(sujet: string, detail: string, attempt: () => Promise<void>): Promise<Check> {
  try {
    await attempt();
    return { sujet, probleme: null, detail };
  } catch (error) {
    return { sujet, probleme: error instanceof Error ? error.message : String(error), detail };
  }
}
