import { userInfo } from 'node:os';
import { SOURCES, TABLES, type TableId } from '#sources';
import { ENCODAGES } from '../../imports/encodages.ts';
import { ImportFileUseCase } from '../../imports/import-file.use-case.ts';
import { ProgressBar } from '../../demarrage/progression.ts';
import { EXIT, oneOf, parseOptions, required, UsageError, type Command } from '../command.ts';
import { withDatabase } from '../database-session.ts';

export const importer: Command = {
  nom: 'importer',
  resume: 'importe un fichier d’une source dans un instantané',
  aide: `
Usage : concordance importer <source> --fichier F [--encodage E] [--json]

Importe un fichier dans un instantané immuable : daté, avec son empreinte SHA-256 et ses lignes refusées.
<source> est une source ou une table (concordance sources les liste) : bcn, certif-info, n_mef, parcoursup…

  --fichier F    le fichier, compressé (.gz, .zip) ou non ; la table est reconnue à son en-tête
  --encodage E   impose un encodage : ${ENCODAGES.join(', ')}
  --json         l'instantané en JSON sur la sortie standard`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(
      args,
      {
        fichier: { type: 'string' },
        encodage: { type: 'string' },
        json: { type: 'boolean' },
      },
      1,
    );
    const [source] = positionals;
    if (source === undefined) throw new UsageError('il manque la source');
    const tables = tablesOf(source);
    const fichier = required(values.fichier, 'fichier');
    const encodage =
      values.encodage === undefined ? undefined : oneOf(values.encodage, ENCODAGES, 'encodage');
    return withDatabase(terminal, { works: false }, async ({ app }) => {
      // Nothing is shown for a file that is refused at once, or that was imported before.
      let progress: ProgressBar | null = null;
      const landed = await app.get(ImportFileUseCase).execute({
        chemin: fichier,
        origine: fichier,
        attendus: tables,
        encodage,
        importePar: userInfo().username,
        onProgress: (lignes) => {
          progress ??= new ProgressBar({
            titre: 'Import',
            unite: 'lignes',
            total: null,
            output: terminal.stderr,
          });
          progress.update(lignes);
        },
      });
      // The callback sets it, which the compiler cannot see.
      (progress as ProgressBar | null)?.finish();
      if (values.json === true) terminal.stdout.write(`${JSON.stringify(landed)}\n`);
      else {
        const etat = landed.dejaImporte ? 'déjà importé, rien de changé' : 'importé';
        terminal.stdout.write(
          `${fichier} : ${landed.table}, ${etat}, ${landed.acceptees} ligne(s) acceptée(s), ` +
            `${landed.refusees} refusée(s). Instantané ${landed.instantaneId}\n`,
        );
      }
      if (landed.statut === 'a_confirmer') {
        terminal.stderr.write(
          `Écart avec le dernier instantané : ${landed.avertissements.join(' ; ')}.\n` +
            `Aucun appariement ne l'utilise tant qu'un administrateur ne l'a pas confirmé (back office, Instantanés).\n`,
        );
      }
      return landed.refusees > 0 ? EXIT.lignesRefusees : EXIT.fait;
    });
  },
};

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
