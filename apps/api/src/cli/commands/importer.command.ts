import { userInfo } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { connectorOf, SOURCES, TABLES, type TableId } from '#sources';
import { RequestCollecteUseCase } from '../../collectes/request-collecte.use-case.ts';
import { ENCODAGES } from '../../imports/encodages.ts';
import { ImportFileUseCase } from '../../imports/import-file.use-case.ts';
import { ProgressBar } from '../../demarrage/progression.ts';
import {
  EXIT,
  oneOf,
  parseOptions,
  UsageError,
  type Command,
  type ExitCode,
  type Terminal,
} from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { runCollecteHere } from '../follow-collecte.ts';

const OPTIONS = {
  fichier: { type: 'string' },
  encodage: { type: 'string' },
  parametre: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

export const importer: Command = {
  nom: 'importer',
  resume: 'importe une source dans un instantané, d’un fichier ou de son API',
  aide: `
Usage : concordance importer <source> --fichier F [--encodage E] [--json]
        concordance importer <source> [--parametre nom=valeur …] [--json]

Importe une source dans des instantanés immuables : datés, avec leur empreinte SHA-256 et leurs lignes refusées.
<source> est une source ou une table (concordance sources les liste) : bcn, certif-info, n_mef, parcoursup…

Sans --fichier, la source est appelée par son API, avec les identifiants de l'environnement (docs/sources.md). Un import
interrompu est repris là où il s'était arrêté.

  --fichier F            le fichier, compressé (.gz, .zip) ou non ; la table est reconnue à son en-tête, et chaque
                         table d'une archive donne un instantané, toutes ou aucune
  --encodage E           impose un encodage : ${ENCODAGES.join(', ')}
  --parametre nom=A,B    ce qui est demandé à l'API : millesimes=2023_2024, tables=N_MEF ; tout, par défaut
  --json                 les instantanés en JSON sur la sortie standard`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, OPTIONS, 1);
    const [source] = positionals;
    if (source === undefined) throw new UsageError('il manque la source');
    const tables = tablesOf(source);
    const { fichier, parametre = [], json = false } = values;
    if (fichier === undefined || fichier === '') {
      if (connectorOf(source) === undefined) {
        throw new UsageError(`il manque --fichier : ${source} n'a pas d'API (voir concordance sources)`);
      }
      if (values.encodage !== undefined) throw new UsageError('--encodage ne vaut que pour un fichier');
      const parametres = parametersOf(parametre);
      return withDatabase(terminal, { works: false }, ({ app }) =>
        importByApi(app, source, parametres, terminal, json),
      );
    }
    if (parametre.length > 0) throw new UsageError('--parametre ne vaut que pour une API, sans --fichier');
    const encodage =
      values.encodage === undefined ? undefined : oneOf(values.encodage, ENCODAGES, 'encodage');
    return withDatabase(terminal, { works: false }, ({ app }) =>
      importFile(app, { fichier, tables, encodage }, terminal, json),
    );
  },
};

async function importFile(
  app: INestApplicationContext,
  {
    fichier,
    tables,
    encodage,
  }: { fichier: string; tables: readonly TableId[]; encodage: (typeof ENCODAGES)[number] | undefined },
  { stdout, stderr }: Terminal,
  json: boolean,
): Promise<ExitCode> {
  // Nothing is shown for a file that is refused at once, or that was imported before.
  let progress: ProgressBar | null = null;
  const snapshots = await app.get(ImportFileUseCase).executeAll({
    chemin: fichier,
    origine: fichier,
    attendus: tables,
    encodage,
    importePar: userInfo().username,
    onProgress: (lignes) => {
      progress ??= new ProgressBar({ titre: 'Import', unite: 'lignes', total: null, output: stderr });
      progress.update(lignes);
    },
  });
  // The callback sets it, which the compiler cannot see.
  (progress as ProgressBar | null)?.finish();
  // One table is one object, as ever; an archive of several is a list.
  if (json) stdout.write(`${JSON.stringify(snapshots.length === 1 ? snapshots[0] : snapshots)}\n`);
  for (const landed of snapshots) {
    const etat = landed.dejaImporte ? 'déjà importé, rien de changé' : 'importé';
    if (!json) {
      stdout.write(
        `${fichier} : ${landed.table}, ${etat}, ${landed.acceptees} ligne(s) acceptée(s), ` +
          `${landed.refusees} refusée(s). Instantané ${landed.instantaneId}\n`,
      );
    }
    if (landed.statut === 'a_confirmer') {
      stderr.write(
        `Écart avec le dernier instantané : ${landed.avertissements.join(' ; ')}.\n` +
          `Aucun appariement ne l'utilise tant qu'un administrateur ne l'a pas confirmé (back office, Instantanés).\n`,
      );
    }
  }
  return snapshots.some(({ refusees }) => refusees > 0) ? EXIT.lignesRefusees : EXIT.fait;
}

async function importByApi(
  app: INestApplicationContext,
  source: string,
  parametres: Readonly<Record<string, unknown>>,
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  const auteur = { compteId: null, nom: userInfo().username };
  const id = await app.get(RequestCollecteUseCase).execute({ source, parametres, auteur, surPlace: true });
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort(new Error('interrompu'));
  process.once('SIGINT', onInterrupt);
  const view = await runCollecteHere(app, id, terminal, stop.signal).finally(() => {
    process.off('SIGINT', onInterrupt);
  });
  if (json) terminal.stdout.write(`${JSON.stringify(view)}\n`);
  else {
    const message = view.message ?? 'interrompue';
    // The sentence of a refusal names its source already.
    terminal.stdout.write(message.startsWith(`${source} : `) ? `${message}\n` : `${source} : ${message}\n`);
    for (const { id: instantaneId, table, lignes } of view.instantanes) {
      terminal.stdout.write(`  ${table} : ${lignes} ligne(s), instantané ${instantaneId}\n`);
    }
  }
  if (stop.signal.aborted) {
    terminal.stderr.write('Interrompue : un travailleur la reprend là où elle en est (npm start).\n');
  }
  if (view.statut !== 'terminee') return EXIT.echec;
  return view.refusees > 0 ? EXIT.lignesRefusees : EXIT.fait;
}

/** `millesimes=2023_2024,2024_2025` → a list; every parameter of a connector but a choice is one. */
function parametersOf(given: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    given.map((text) => {
      const [, nom, valeur] = /^(\w+)=(.+)$/.exec(text) ?? [];
      if (nom === undefined || valeur === undefined) {
        throw new UsageError(`--parametre ${text} : attendu nom=valeur, par exemple millesimes=2023_2024`);
      }
      if (nom === 'voie') return [nom, valeur];
      return [
        nom,
        valeur.startsWith('{') ? jsonOf(nom, valeur) : valeur.split(',').map((part) => part.trim()),
      ];
    }),
  );
}

function jsonOf(nom: string, valeur: string): unknown {
  try {
    return JSON.parse(valeur);
  } catch {
    throw new UsageError(`--parametre ${nom} : ce n'est pas du JSON`);
  }
}

/** The tables a source name stands for: its own, or the one table of that name. */
function tablesOf(name: string): readonly TableId[] {
  const table = TABLES.find(({ id }) => id === name);
  if (table !== undefined) return [table.id];
  const source = SOURCES.find(({ id }) => id === name);
  if (source === undefined) {
    throw new UsageError(`source inconnue : ${name} (voir concordance sources)`);
  }
  return source.tables;
}
