import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { z } from 'zod';
import { ExecutionQuery, type ExecutionView } from '../appariements/execution.query.ts';
import { ExecutionRepository } from '../appariements/execution.repository.ts';
import { LaunchExecutionUseCase } from '../appariements/launch-execution.use-case.ts';
import { RISQUE_PAR_DEFAUT } from '../appariements/risque.ts';
import { CampagneRepository } from '../campagnes/campagne.repository.ts';
import { SetUpCampagneUseCase } from '../campagnes/set-up-campagne.use-case.ts';
import { ExportRepository } from '../exports/export.repository.ts';
import { RequestExportUseCase } from '../exports/request-export.use-case.ts';
import { regleEditSchema } from '../perimetre/regle-perimetre.ts';
import { ReglePerimetreRepository } from '../perimetre/regle-perimetre.repository.ts';
import { SaveRegleUseCase } from '../perimetre/save-regle.use-case.ts';
import { CATALOGUE_TABLES } from '../referentiels/reference-data.ts';
import type { Terminal } from './command.ts';
import { followExecution } from './follow-execution.ts';

const manifest = z.object({
  references: z.string(),
  campagnes: z.array(
    z.object({
      nom: z.string(),
      plateforme: z.enum(CATALOGUE_TABLES),
      rentree: z.iso.date(),
      catalogue: z.string(),
    }),
  ),
});

const AUTEUR = 'premier démarrage';

/**
 * Carries the sample campaigns from files to an export, on a database that has no campaign of anyone's own. Each step
 * is taken only if it is not done yet: a first start that was killed goes on where it was.
 * @returns the ended runs of this call, in the order of the samples; empty when there was nothing to do.
 */
export async function ensureSampleCampaigns(
  app: INestApplicationContext,
  folder: string,
  terminal: Terminal,
  isStopped: () => boolean,
): Promise<ExecutionView[]> {
  const file = join(folder, 'campagne.json');
  if (!existsSync(file)) return [];
  const sample = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const campagnes = app.get(CampagneRepository);
  const names = new Set(sample.campagnes.map(({ nom }) => nom));
  const known = await campagnes.all();
  if (known.some(({ nom }) => !names.has(nom))) return [];
  await ensureSampleRegles(app, folder);
  const ended: ExecutionView[] = [];
  for (const wanted of sample.campagnes) {
    if (isStopped()) break;
    const existing = known.find(({ nom }) => nom === wanted.nom);
    const campagneId = existing?.id ?? (await setUp(app, folder, sample.references, wanted, terminal));
    const execution = await runOnce(app, campagneId, wanted.nom, terminal, isStopped);
    if (execution !== null) ended.push(execution);
    if (!isStopped()) await exportOnce(app, campagneId);
  }
  return ended;
}

/** The sample perimeter rules, where nobody has ever written one. */
export async function ensureSampleRegles(app: INestApplicationContext, folder: string): Promise<void> {
  const file = join(folder, 'perimetre.json');
  if (!existsSync(file) || (await app.get(ReglePerimetreRepository).revision()) !== '0') return;
  for (const regle of z.array(regleEditSchema).parse(JSON.parse(readFileSync(file, 'utf8')))) {
    await app.get(SaveRegleUseCase).create(regle, { compteId: null, nom: AUTEUR });
  }
}

async function setUp(
  app: INestApplicationContext,
  folder: string,
  references: string,
  wanted: z.infer<typeof manifest>['campagnes'][number],
  { stderr }: Terminal,
): Promise<string> {
  const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
    ...wanted,
    catalogue: join(folder, wanted.catalogue),
    references: [join(folder, references)],
    exemple: true,
    importePar: AUTEUR,
    say: (message) => {
      stderr.write(`  ${message.replace(`${folder}/`, '')}\n`);
    },
  });
  return campagneId;
}

/** @returns the run when this call saw it end; null when it had ended before. */
async function runOnce(
  app: INestApplicationContext,
  campagneId: string,
  nom: string,
  terminal: Terminal,
  isStopped: () => boolean,
): Promise<ExecutionView | null> {
  const last = await app.get(ExecutionRepository).lastOf(campagneId);
  if (last?.statut === 'terminee') return null;
  const underWay = last !== null && (last.statut === 'en_attente' || last.statut === 'en_cours');
  const id = underWay
    ? last.id
    : await app
        .get(LaunchExecutionUseCase)
        .execute({ campagneId, risque: RISQUE_PAR_DEFAUT, auteur: { compteId: null, nom: AUTEUR } });
  return followExecution(app.get(ExecutionQuery), id, nom, terminal, isStopped);
}

async function exportOnce(app: INestApplicationContext, campagneId: string): Promise<void> {
  const page = { perPage: 1, offset: 0, sort: 'creeLe', order: 'DESC' } as const;
  const { total } = await app.get(ExportRepository).list(page, { campagneId });
  if (total === 0) await app.get(RequestExportUseCase).execute(campagneId, { compteId: null, nom: AUTEUR });
}
