/**
 * What figures cost beside a run: a synthetic campaign of 21,000 rows and 120,000 published lines, through the whole
 * service as `npm start` runs it: an API, workers in processes of their own, a database of their own. The campaign is
 * drawn once from the sample nomenclatures, once from those of ../shared/data, where they are on the machine: an operator
 * has whole nomenclatures, so the share that counts is the latter's.
 *
 * The run lasts from the order to « terminée ». The attachment and the report are done again with nothing beside them:
 * what follows a run by itself (checks of establishments) is not theirs. Then what has changed alone: nothing, the
 * decisions on one row in a hundred, corrected figures for one establishment in a hundred.
 *
 *   npm run bench:chiffres [-- formations indicateurs]
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { compiled, cpuOf, postmasterOf, ROOT, say, until, withInstallation } from './banc.js';
import { BCN_EXEMPLES, BCN_REELLE, campagneSynthetique } from './campagne-synthetique.js';

const { CoreModule } = await compiled('core.module');
const { WorkerProcesses } = await compiled('demarrage/worker-processes');
const { childEnvironment } = await compiled('config/child-environment');
const { SetUpCampagneUseCase } = await compiled('campagnes/set-up-campagne.use-case');
const { ImportFileUseCase } = await compiled('imports/import-file.use-case');
const { LaunchExecutionUseCase } = await compiled('appariements/launch-execution.use-case');
const { ExecutionQuery } = await compiled('appariements/execution.query');
const { CalculChiffresRepository } = await compiled('indicateurs/calcul-chiffres.repository');
const { DemanderChiffresUseCase } = await compiled('indicateurs/demander-chiffres.use-case');
const { IndicateurRepository } = await compiled('indicateurs/indicateur.repository');
const { CouvertureRepository } = await compiled('couverture/couverture.repository');
const { RefreshCouvertureUseCase } = await compiled('couverture/refresh-couverture.use-case');

const PLAFOND = 0.1;
const AUTEUR = { compteId: null, nom: 'bench' };
const DONNEES = process.env.CONCORDANCE_DATA ?? join(ROOT, '..', 'shared', 'data');
const [FORMATIONS = 21_000, INDICATEURS = 120_000] = process.argv.slice(2).map(Number);
const secondes = (s) => `${s.toFixed(2).replace('.', ',')} s`;
const pourcent = (part) => `${(100 * part).toFixed(1).replace('.', ',')} %`;

const ended = (read) =>
  until(async () => {
    const found = await read();
    // A run is over once its queue is open too.
    const open = found?.file?.terminee !== false;
    return found == null || ['en_attente', 'en_cours'].includes(found.statut) || !open ? null : found;
  });
const both = ({ wall, cpu }) => secondes(wall) + (cpu === null ? '' : ` (processeur ${secondes(cpu)})`);
const cpuShare = (calcul, report, run) =>
  run.cpu === null ? '' : `, ${pourcent((calcul.cpu + report.cpu) / run.cpu)} de son temps de processeur`;

const exemples = ['bcn-2026', 'bcn-2024-ancien', 'certif-info', 'onisep', 'sise'];
const reels = [
  'bcn-2025',
  'bcn-2024',
  'certif-info-2025',
  'onisep-2024',
  'rncp-2020',
  'sise-2020',
  'kit-apprentissage',
];
const GRAPHES = {
  exemples: {
    nom: "graphe d'exemple",
    dossier: ROOT,
    bcn: BCN_EXEMPLES,
    references: exemples.map((nom) => join(ROOT, 'samples', 'references', nom)),
  },
  reel: {
    nom: 'graphe réel (BCN 2024 et 2025, Certif Info, Onisep, RNCP, SISE)',
    dossier: DONNEES,
    bcn: BCN_REELLE,
    references: reels.map((nom) => join(DONNEES, 'reference', nom)),
  },
};

await withInstallation((installation) => mesurer(GRAPHES.exemples, installation));
if (existsSync(DONNEES)) {
  const part = await withInstallation((installation) => mesurer(GRAPHES.reel, installation));
  say(`\nplafond ${pourcent(PLAFOND)} : ${part < PLAFOND ? 'tenu' : 'MANQUÉ'}`);
  if (part >= PLAFOND) process.exitCode = 1;
} else {
  say(`\ngraphe réel : passé, ses nomenclatures ne sont pas sur cette machine (${DONNEES})`);
}

async function mesurer({ nom, dossier, bcn, references }, { folder, config, pidFile, cleanUp }) {
  const { catalogue, inserjeunes, corrige, compte } = campagneSynthetique({
    formations: FORMATIONS,
    indicateurs: INDICATEURS,
    dossier,
    bcn,
  });
  await writeFile(join(folder, 'catalogue.csv'), catalogue);
  await writeFile(join(folder, 'inserjeunes.ndjson'), inserjeunes);
  await writeFile(join(folder, 'corrige.ndjson'), corrige);
  const app = await NestFactory.createApplicationContext(CoreModule.forRoot(config), {
    logger: ['error', 'fatal'],
  });
  cleanUp.push(() => app.close());
  const workers = new WorkerProcesses({
    module: join(ROOT, 'dist', 'apps', 'api', 'src', 'main.worker.js'),
    count: config.travailleurs,
    env: { ...childEnvironment(config), LOG_LEVEL: 'error' },
    log: () => undefined,
  });
  cleanUp.push(() => workers.stop());
  await workers.start();
  const cpu = () => cpuOf([process.pid, postmasterOf(pidFile)]);
  const charge = loadavg()[0].toFixed(1);
  say(
    `\n${nom} : ${compte.formations} formations, ${compte.indicateurs} lignes publiées, ${compte.uai} établissements`,
  );
  say(`${config.travailleurs} travailleur(s), charge de la machine au départ ${charge}`);

  const [campagneId, importation] = await timed(async () => {
    const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
      nom: 'Campagne synthétique',
      plateforme: 'generique',
      rentree: '2026-09-01',
      catalogue: join(folder, 'catalogue.csv'),
      references: [...references, join(folder, 'inserjeunes.ndjson')],
      exemple: false,
      importePar: 'bench',
      say: () => undefined,
    });
    return campagneId;
  });
  const figures = app.get(IndicateurRepository);
  const [, rangement] = await timed(async () => {
    for (const snapshot of await figures.aCharger(await figures.enService(false)))
      await figures.charger(snapshot);
  });
  say(
    `import : ${secondes(importation.wall)} ; rangement des lignes publiées (une fois) : ${secondes(rangement.wall)}`,
  );

  const [executionId, run] = await timed(async () => {
    const id = await app.get(LaunchExecutionUseCase).execute({ campagneId, risque: 0.01, auteur: AUTEUR });
    await ended(() => app.get(ExecutionQuery).findById(id));
    return id;
  });
  const { n: signatures } = await one(`SELECT nb_signatures AS n FROM execution WHERE id = '${executionId}'`);
  say(`exécution, de l'ordre à « terminée » : ${both(run)}, ${signatures} signatures`);
  const [, suite] = await timed(() => figuresOf(executionId));
  say(`rattachement qui suit de lui-même, contrôles d'établissements à côté : ${secondes(suite.wall)}`);
  await ended(() => one(`SELECT statut FROM controle_execution`));

  for (const derived of ['couverture_agregat', 'couverture_etat', 'formation_axe'])
    await query(`DELETE FROM ${derived}`);
  const premier = await reportOf(executionId);
  await query(`DELETE FROM chiffres_formation`);
  const [, calcul] = await timed(async () => {
    const asked = await app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
    await figuresOf(executionId, asked.id);
  });
  const report = await reportOf(executionId);
  const couverts = await one(
    `SELECT count(*) FILTER (WHERE couverture = 'Couvert')::int AS n FROM chiffres_formation`,
  );
  const wall = (calcul.wall + report.wall) / run.wall;
  const included = (calcul.wall + premier.wall + rangement.wall) / (run.wall + importation.wall);
  say(
    `rattachement seul : ${both(calcul)} ; rapport de couverture : ${both(report)} ; ${couverts.n} couvertes`,
  );
  say(`part de l'exécution : ${pourcent(wall)} de sa durée${cpuShare(calcul, report, run)}`);
  say(
    `premier rapport de la campagne, axes préparés (une fois) : ${both(premier)} ; ` +
      `part, import, rangement et axes compris : ${pourcent(included)}`,
  );

  const [, same] = await timed(async () => {
    const asked = await app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
    const second = await figuresOf(executionId, asked.id);
    // A row written again would have been computed from lines that were not all read.
    if (second.nbRecalculees > 0)
      throw new Error(`${second.nbRecalculees} rows were written again for nothing`);
  });
  say(`rien de changé : ${both(same)}`);
  say(`décisions sur 1 % des formations : ${await after(executionId, () => decider(executionId))}`);
  say(`chiffres corrigés pour 1 % des établissements : ${await after(executionId, importer)}`);
  return wall;

  function query(sql, parameters = []) {
    return app.get(DataSource).query(sql, parameters);
  }

  async function one(sql) {
    const [row] = await query(sql);
    return row;
  }

  /** What work takes, on the clock and of all processors: API, workers, database. */
  async function timed(work) {
    const [start, used] = [performance.now(), cpu()];
    const done = await work();
    return [done, { wall: (performance.now() - start) / 1000, cpu: used === null ? null : cpu() - used }];
  }

  async function reportOf(id) {
    const stale = await app.get(CouvertureRepository).execution(id);
    const [, time] = await timed(() => app.get(RefreshCouvertureUseCase).ensure(stale));
    return time;
  }

  /** The computation of a run once it has ended. */
  function figuresOf(executionId, id = null) {
    const calculs = app.get(CalculChiffresRepository);
    return ended(() => (id === null ? calculs.lastOf(executionId) : calculs.findById(id)));
  }

  /** What figures cost once something has changed, from the moment the workers see it. */
  async function after(executionId, change) {
    const before = await figuresOf(executionId);
    await change();
    const [recalculees, time] = await timed(async () => {
      await app.get(DemanderChiffresUseCase).reprendre();
      const calcul = await until(async () => {
        const last = await figuresOf(executionId);
        return last.id === before.id ? null : last;
      });
      return calcul.nbRecalculees;
    });
    const report = await reportOf(executionId);
    return `${both(time)}, ${recalculees} ligne(s) récrite(s) ; rapport ${both(report)}`;
  }

  /** Accepts the first candidate of waiting items, until they hold a row in a hundred. */
  async function decider(executionId) {
    await query(
      `INSERT INTO jugement (id, commande_id, signature_id, version, verdict, code_certification, certification,
         auteur_id, auteur_nom, revue_id, execution_id, modele)
       SELECT gen_random_uuid(), gen_random_uuid(), signature_id, 1, 'accepte', code, '{}', gen_random_uuid(), 'bench',
         id, execution_id, 'bench'
       FROM (SELECT r.id, r.signature_id, r.execution_id,
           a.resultat->'candidats'->0->>'codeCertification' AS code,
           sum(r.nb_formations) OVER (ORDER BY r.id) AS formations
         FROM revue r JOIN appariement a USING (execution_id, signature_id) WHERE r.execution_id = $1
           AND a.resultat->'candidats'->0 IS NOT NULL) d
       WHERE formations <= $2::int / 100`,
      [executionId, FORMATIONS],
    );
  }

  async function importer() {
    await app.get(ImportFileUseCase).executeAll({
      chemin: join(folder, 'corrige.ndjson'),
      origine: 'bench',
      importePar: 'bench',
      exemple: false,
      ecartAccepte: true,
    });
  }
}
