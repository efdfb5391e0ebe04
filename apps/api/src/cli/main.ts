import { SourceError } from '#sources';
import { DomainError } from '../common/domain-errors.ts';
import { ConfigError } from '../config/load-env.ts';
import { DemarrageError, systemErrorCode } from '../demarrage/demarrage-error.ts';
import { EXIT, UsageError, type Command, type ExitCode, type Terminal } from './command.ts';
import { alertes } from './commands/alertes.command.ts';
import { apparier } from './commands/apparier.command.ts';
import { campagne } from './commands/campagne.command.ts';
import { chiffres } from './commands/chiffres.command.ts';
import { compte } from './commands/compte.command.ts';
import { couverture } from './commands/couverture.command.ts';
import { demarrer } from './commands/demarrer.command.ts';
import { evaluer } from './commands/evaluer.command.ts';
import { exporter } from './commands/exporter.command.ts';
import { exporterJugements } from './commands/exporter-jugements.command.ts';
import { importer } from './commands/importer.command.ts';
import { purger } from './commands/purger.command.ts';
import { sources } from './commands/sources.command.ts';
import { verifier } from './commands/verifier.command.ts';

const COMMANDS: readonly Command[] = [
  demarrer,
  importer,
  campagne,
  chiffres,
  sources,
  couverture,
  alertes,
  exporter,
  exporterJugements,
  apparier,
  evaluer,
  compte,
  purger,
  verifier,
];

/** Runs one command. @returns the exit code; every failure a user can meet is one French sentence on stderr. */
export async function runCli(argv: readonly string[], terminal: Terminal = process): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--aide' || name === '-h' || name === '--help') {
    terminal.stdout.write(generalHelp());
    return name === undefined ? EXIT.mauvaisUsage : EXIT.fait;
  }
  const command = COMMANDS.find(({ nom }) => nom === name);
  if (command === undefined) {
    terminal.stderr.write(`commande inconnue : ${name}\n\n${generalHelp()}`);
    return EXIT.mauvaisUsage;
  }
  if (args.includes('--aide') || args.includes('--help')) {
    terminal.stdout.write(`${command.aide.trim()}\n`);
    return EXIT.fait;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    return explain(error, command, terminal);
  }
}

function explain(error: unknown, command: Command, { stderr }: Terminal): ExitCode {
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\nVoir : concordance ${command.nom} --aide\n`);
    return EXIT.mauvaisUsage;
  }
  const sentence = isForUsers(error) ? error.message : fileProblem(error);
  if (sentence !== null) {
    stderr.write(`${sentence}\n`);
    return EXIT.echec;
  }
  stderr.write(
    `Erreur inattendue : ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.echec;
}

/** Errors whose message is a French sentence written for whoever reads it. */
function isForUsers(error: unknown): error is Error {
  return (
    error instanceof SourceError ||
    error instanceof DomainError ||
    error instanceof DemarrageError ||
    error instanceof ConfigError
  );
}

/** What a system call said of a file, as a sentence; null for anything else. */
function fileProblem(error: unknown): string | null {
  const problem = FILE_PROBLEMS.get(systemErrorCode(error) ?? '');
  if (problem === undefined || typeof error !== 'object' || error === null) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  return `${path} : ${problem}`;
}

const FILE_PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', "ce fichier ou ce dossier n'existe pas"],
  ['ENOTDIR', "ce n'est pas un dossier"],
  ['EISDIR', "c'est un dossier, pas un fichier"],
  ['EACCES', "l'accès est refusé : vérifiez les droits"],
  ['EROFS', 'ce disque est en lecture seule'],
  ['ENOSPC', 'le disque est plein'],
]);

function generalHelp(): string {
  const width = Math.max(...COMMANDS.map(({ nom }) => nom.length));
  return `Concordance : quelle certification prépare chaque formation, et pourquoi.

Usage : concordance <commande> [options]

${COMMANDS.map(({ nom, resume }) => `  ${nom.padEnd(width)}  ${resume}`).join('\n')}

concordance <commande> --aide  donne les options d'une commande.
Codes de sortie : 0 fait, 1 échec, 2 mauvais usage, 3 fait avec des lignes refusées.
`;
}
