/**
 * The coverage report of a large campaign: how long it takes to draw, and to read once drawn.
 *
 *   npm run bench:couverture -- [formations]
 *
 * Formations are copies of those of the sample campaign; their types and académies are spread so that the report has
 * as many combinations as a real one, and each has a state at each moment. Prints times and the load; decides nothing.
 */
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { compiled, importSample, say, withInstallation } from './banc.js';

const [FORMATIONS = 21_000] = process.argv.slice(2).map(Number);
const READS = 200;

const { CoreModule } = await compiled('core.module');
const { ReadCouvertureUseCase } = await compiled('couverture/read-couverture.use-case');
const { SaveRegleUseCase } = await compiled('perimetre/save-regle.use-case');
const { CompteRegleQuery } = await compiled('perimetre/compte-regle.query');
const { SYSTEME } = await compiled('journal/journal-entry');

await withInstallation(run);

async function run({ config, cleanUp }) {
  const app = await NestFactory.createApplicationContext(CoreModule.forRoot(config), { logger: ['error'] });
  cleanUp.push(() => app.close());
  const dataSource = app.get(DataSource);
  const campagneId = await importSample(app, 'Banc de la couverture');
  await multiply(dataSource, campagneId);
  const runs = [await endedRun(dataSource, campagneId, 1), await endedRun(dataSource, campagneId, 2)];
  for (let niveau = 3; niveau <= 8; niveau += 1) {
    await app.get(SaveRegleUseCase).create(regle({ nom: `Niveau ${niveau}`, niveau }), SYSTEME);
  }
  const read = app.get(ReadCouvertureUseCase);
  const demande = { moment: 'revue', poids: 'formations', groupe: 'type' };
  const one = (changed, avec = null) => read.execute({ campagneId }, { ...demande, ...changed }, avec);

  const [rapport, first] = await timed(() => one({}));
  const [rows] = await dataSource.query(`SELECT count(*)::int AS n FROM couverture_agregat`);
  say(`${rapport.total} formations, ${runs.length} exécutions, ${rows.n} combinaisons comptées`);
  say(`premier rapport (axes préparés, règles appliquées, compté) : ${ms(first)}`);
  await app.get(SaveRegleUseCase).create(regle({ nom: 'BTS', typeDiplome: 'BTS', priorite: 5 }), SYSTEME);
  const [, again] = await timed(() => one({}));
  say(`refait après un changement de règle : ${ms(again)}`);
  await one({}, 'precedente');
  await report('lecture', (i) => one({ groupe: ['type', 'academie', 'filiere', 'perimetre'][i % 4] }));
  await report('lecture filtrée', (i) => one({ academie: ['10', '12'][i % 2], poids: 'voeux' }));
  await report('lecture, comparée à la précédente', () => one({}, 'precedente'));
  const draft = regle({
    nom: 'brouillon',
    condition: {
      type: 'ou',
      conditions: [
        { type: 'test', champ: 'libelle', operateur: 'contient', valeur: 'services' },
        { type: 'test', champ: 'capacite', operateur: 'superieur', valeur: 20 },
      ],
    },
  });
  await report('compte vivant d’une règle', () => app.get(CompteRegleQuery).count(draft, null), 20);
  say(
    `charge de la machine : ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}`,
  );
}

/** Copies the formations up to the number asked, with further types and académies. */
async function multiply(dataSource, campagneId) {
  await dataSource.query(
    `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, specialite, type_diplome, voie,
       uai, academie, capacite, voeux, recherche, contenu, refus)
     SELECT campagne_id, 100000 + row_number() OVER (), identifiant || '-' || n, signature_id, libelle, specialite,
       type_diplome, voie, uai, academie, capacite, voeux, recherche,
       contenu || jsonb_build_object('libelle', (contenu->>'libelle') || CASE n % 3 WHEN 0 THEN '' ELSE ' ' || n % 3 END,
         'academie', (ARRAY['Lyon','Paris','Lille','Nice','Nantes','Rennes','Dijon','Reims','Amiens','Limoges',
           'Grenoble','Bordeaux','Toulouse','Poitiers','Montpellier','Strasbourg','Versailles','Créteil'])[1 + n % 18]),
       refus
     FROM formation CROSS JOIN generate_series(1, 1 + $2::int / 400) AS n
     WHERE campagne_id = $1 LIMIT $2::int - 438`,
    [campagneId, FORMATIONS],
  );
  await dataSource.query(`ANALYZE formation`);
}

/** A run that has ended, with a state for each formation at each moment. */
async function endedRun(dataSource, campagneId, seed) {
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO execution (id, campagne_id, statut, modele, risque, seuil, rentree, instantanes, empreinte, nb_lots,
       nb_signatures, nb_formations, lance_par, started_at, ended_at)
     SELECT $1, id, 'terminee', 'banc', 0.01, 0.9, rentree, '{}', repeat('0', 64), 0, 0, 0, 'banc', now(),
       now() + $3 * interval '1 hour' FROM campagne WHERE id = $2`,
    [id, campagneId, seed],
  );
  const etat = (shift) =>
    `(ARRAY['Couvert', 'Couvert', 'Non couvert - Sous le seuil de 20 élèves', 'Non couvert - Nouvelle formation',
      'Non couvert - UAI Inconnu', 'Non couvert - code certification inconnu',
      'Non couvert - Sans raison évidente'])[1 + (f.id * 7919 / 13 + ${shift}) % 7]`;
  await dataSource.query(
    `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance, couverture_codes,
       code_certification, code_demande, code_donnee, type_donnee, chemin, inverse, uai_donnee, uai_donnee_type, source,
       millesime, instantane, ligne, nb_annee_term, empreinte)
     SELECT $1, f.id, ${etat(seed)}, ${etat(seed + 1)}, ${etat(seed + 2)}, 'CFD:1', 'CFD:1', 'CFD:1', 'self',
       'normal', false, 'x', 'inconnu', 'inserjeunes', '2023', repeat('0', 64), 2, 40, repeat('0', 64)
     FROM formation f WHERE f.campagne_id = $2`,
    [id, campagneId],
  );
  await dataSource.query(
    `INSERT INTO calcul_chiffres (id, execution_id, motif, statut, nb_recalculees, ended_at)
     VALUES (gen_random_uuid(), $1, 'demande', 'terminee', 1, now())`,
    [id],
  );
  return id;
}

function regle(said) {
  return {
    nom: 'règle',
    plateforme: null,
    typeDiplome: null,
    filiere: null,
    niveau: null,
    conditionIntegration: 'doit_integrer',
    condition: null,
    nomCondition: null,
    priorite: 0,
    ...said,
  };
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

async function report(name, work, times = READS) {
  const taken = [];
  for (let i = 0; i < times; i += 1) taken.push((await timed(() => work(i)))[1]);
  taken.sort((a, b) => a - b);
  const at = (share) => ms(taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]);
  say(`${name} : médiane ${at(0.5)}, p95 ${at(0.95)}, sur ${times} appels`);
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
