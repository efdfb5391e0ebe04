import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RuleViolationError } from '../common/domain-errors.ts';
import { HashedFile } from './hashed-file.ts';
import type { ExportSource } from './export-source.ts';
import {
  formationExporteeSchema,
  ligneExportee,
  VERSION_EXPORT,
  type LigneAExporter,
} from './formation-exportee.ts';
import type { CompteursExport, FichierExporte, Manifeste } from './manifeste.ts';

export interface WrittenExport {
  readonly manifeste: Manifeste;
  /** SHA-256 of manifeste.json. */
  readonly sha256: string;
}

const MANIFESTE = 'manifeste.json';

/**
 * Writes formations.json, formations.ndjson, schema.json and manifeste.json into `folder`, which appears whole or
 * not at all: everything is written beside it, then renamed.
 */
export async function writeExport(
  folder: string,
  source: ExportSource,
  lines: AsyncIterable<LigneAExporter>,
): Promise<WrittenExport> {
  await refuseForeignFolder(folder);
  const building = `${folder}.en-cours`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    const written = await writeFiles(building, source, lines);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
    return written;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

/** An export replaces a former export or an empty folder, and nothing else of the user's. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const content = existsSync(folder) ? await readdir(folder) : [];
  if (content.length > 0 && !content.includes(MANIFESTE)) {
    throw new RuleViolationError(
      'DOSSIER_OCCUPE',
      `${folder} contient autre chose qu'un export : choisissez un dossier vide ou nouveau`,
    );
  }
}

async function writeFiles(
  folder: string,
  source: ExportSource,
  lines: AsyncIterable<LigneAExporter>,
): Promise<WrittenExport> {
  const json = await HashedFile.create(folder, 'formations.json');
  const ndjson = await HashedFile.create(folder, 'formations.ndjson');
  const compteurs = {
    formations: 0,
    apparie: 0,
    a_verifier: 0,
    sans_correspondance: 0,
    lignes_illisibles: 0,
    decisions_humaines: 0,
    couvertes: 0,
  };
  await json.write('[');
  for await (const catalogueLine of lines) {
    const exported = ligneExportee(catalogueLine);
    const line = JSON.stringify(exported);
    await json.write(`${compteurs.formations === 0 ? '\n' : ',\n'}${line}`);
    await ndjson.write(`${line}\n`);
    compteurs.formations += 1;
    if ('refusee' in catalogueLine) compteurs.lignes_illisibles += 1;
    else compteurs[exported.statut] += 1;
    if (exported.decision === 'humaine') compteurs.decisions_humaines += 1;
    if (exported.couverture === 'Couvert') compteurs.couvertes += 1;
  }
  await json.write('\n]\n');
  const schema = await HashedFile.create(folder, 'schema.json');
  await schema.write(`${JSON.stringify(exportJsonSchema(), null, 2)}\n`);
  const fichiers = [await json.close(), await ndjson.close(), await schema.close()];
  return writeManifeste(folder, source, compteurs, fichiers);
}

async function writeManifeste(
  folder: string,
  source: ExportSource,
  compteurs: CompteursExport,
  fichiers: readonly FichierExporte[],
): Promise<WrittenExport> {
  const { nom, plateforme, rentree, modele, risque, seuil, empreinte, instantanes } = source;
  const manifeste: Manifeste = {
    version: VERSION_EXPORT,
    campagne: nom,
    plateforme,
    rentree,
    modele,
    risque,
    seuil,
    empreinte,
    instantanes,
    compteurs,
    fichiers,
  };
  const text = `${JSON.stringify(manifeste, null, 2)}\n`;
  await writeFile(join(folder, MANIFESTE), text);
  return { manifeste, sha256: createHash('sha256').update(text).digest('hex') };
}

/** JSON Schema of formations.json; a line of formations.ndjson is one of its items. */
export function exportJsonSchema(): object {
  return {
    ...z.toJSONSchema(z.array(formationExporteeSchema)),
    $id: `urn:concordance:export:${VERSION_EXPORT}`,
    title: 'Export de Concordance',
  };
}
