/**
 * The database of the review bench: the sample campaign run once, then its items copied until there are enough, and
 * as many rows in everything else that the back office lists.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { compiled, importSample } from './banc.js';

/**
 * @param {{config: object, url: string, folder: string, items: number, accounts: number, say: (line: string) => void}} options
 * @returns {Promise<{campagneId: string, accounts: {identifiant: string, motDePasse: string}[]}>} what a folder that was
 *   filled before holds, or what it holds now
 */
export async function baseDeRevue({ config, url, folder, items, accounts, say }) {
  const memo = join(folder, `banc-${items}-${accounts}.json`);
  if (existsSync(memo)) return JSON.parse(readFileSync(memo, 'utf8'));

  const { CoreModule } = await compiled('core.module');
  const { CreerCompte } = await compiled('comptes/creer-compte.use-case');
  const { SYSTEME } = await compiled('journal/journal-entry');
  const app = await NestFactory.createApplicationContext(CoreModule.forRoot(config), { logger: ['error'] });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { campagneId, executionId } = await runSample(app, config, client);
    await copyItems({ app, client, campagneId, executionId, items, say });
    await fillLists({ app, client, campagneId, executionId, items });
    // As autovacuum leaves it: lists count on the index alone.
    await client.query('VACUUM ANALYZE');
    const created = [];
    for (let i = 0; i < accounts; i += 1) {
      const role = i === 0 ? 'administrateur' : 'instructeur';
      const nouveau = { identifiant: `personne-${i}`, nom: `Personne ${i}`, role };
      const { motDePasseProvisoire } = await app.get(CreerCompte).execute(nouveau, SYSTEME);
      created.push({ identifiant: nouveau.identifiant, motDePasse: motDePasseProvisoire });
    }
    await client.query('UPDATE compte SET doit_changer = false');
    const [{ catalogueId }] = (
      await client.query(`SELECT catalogue_id AS "catalogueId" FROM campagne WHERE id = '${campagneId}'`)
    ).rows;
    const base = { campagneId, catalogueId, accounts: created };
    writeFileSync(memo, JSON.stringify(base));
    return base;
  } finally {
    await client.end();
    await app.close();
  }
}

async function runSample(app, config, client) {
  const { WorkerModule } = await compiled('worker.module');
  const { LaunchExecutionUseCase } = await compiled('appariements/launch-execution.use-case');
  const campagneId = await importSample(app, 'Banc d’essai');
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: ['error'],
  });
  const executionId = await app
    .get(LaunchExecutionUseCase)
    .execute({ campagneId, risque: 0.01, auteur: { compteId: null, nom: 'banc' } });
  const waits = `SELECT 1 FROM execution WHERE id = '${executionId}' AND statut <> 'terminee'
    UNION ALL SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM controle_execution WHERE execution_id = '${executionId}'
      AND statut = 'terminee')
    UNION ALL SELECT 1 FROM ouverture_file WHERE terminee_at IS NULL
    UNION ALL SELECT 1 FROM calcul_chiffres WHERE statut <> 'terminee'`;
  while ((await client.query(waits)).rows.length > 0) await sleep(200);
  await worker.close();
  return { campagneId, executionId };
}

async function copyItems({ app, client, campagneId, executionId, items, say }) {
  const { OuvertureFileRepository } = await compiled('review/ouverture-file.repository');
  const { OuvrirFileUseCase } = await compiled('review/ouvrir-file.use-case');
  const { Transactions } = await compiled('common/transactions');
  const one = async (sql) => (await client.query(sql)).rows[0];
  const started = performance.now();
  await client.query(
    `CREATE TEMP TABLE modele AS SELECT row_number() OVER (ORDER BY a.signature_id) - 1 AS n, a.*, s.contenu
     FROM appariement a JOIN signature s ON s.id = a.signature_id
     WHERE a.execution_id = '${executionId}' AND a.statut <> 'apparie'`,
  );
  const { count: models } = await one('SELECT count(*)::int AS count FROM modele');
  await client.query(
    `INSERT INTO signature (cle, contenu)
     SELECT 'banc-' || i, contenu || jsonb_build_object('specialite', coalesce(contenu->>'specialite', '') || ' ' || i)
     FROM generate_series(1, ${items}) i JOIN modele ON n = i % ${models}`,
  );
  await client.query(
    `INSERT INTO appariement (execution_id, signature_id, statut, code_certification, confiance, motifs, resultat)
     SELECT m.execution_id, s.id, m.statut, m.code_certification,
       least(1, greatest(0, m.confiance + (i % 97) / 1000.0)), m.motifs, m.resultat
     FROM generate_series(1, ${items}) i JOIN modele m ON m.n = i % ${models} JOIN signature s ON s.cle = 'banc-' || i`,
  );
  await client.query(
    `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, specialite, type_diplome, uai,
       academie, capacite, voeux, recherche, contenu)
     SELECT '${campagneId}', 1000000 + i, 'B' || i, s.id, s.contenu->>'libelle', s.contenu->>'specialite',
       s.contenu->>'libelle', lpad((i % 10000)::text, 7, '0') || 'A',
       (ARRAY['Lille', 'Lyon', 'Nantes', 'Rennes', 'Créteil', 'Versailles', 'Paris', 'Reims'])[1 + i % 8], 10 + i % 40,
       i % 900, 'banc ' || i || ' ' || lower(s.contenu->>'specialite'),
       jsonb_build_object('libelle', s.contenu->>'libelle', 'specialite', s.contenu->>'specialite',
         'etablissement', 'Établissement ' || i % 10000, 'codes', s.contenu->'codes')
     FROM generate_series(1, ${items}) i JOIN signature s ON s.cle = 'banc-' || i`,
  );
  await client.query('ANALYZE');
  const opening = performance.now();
  await app
    .get(Transactions)
    .run((manager) => app.get(OuvertureFileRepository).demander(manager, executionId));
  await app.get(OuvrirFileUseCase).execute(executionId);
  const opened = performance.now();
  const { n, taille } = await one(
    `SELECT count(*)::int AS n, pg_size_pretty(pg_database_size(current_database())) AS taille FROM revue`,
  );
  say(
    `${n} dossiers (${taille}) : copie ${((opening - started) / 1000).toFixed(1)} s, ` +
      `ouverture de la file ${((opened - opening) / 1000).toFixed(1)} s`,
  );
}

const folded = (text) => `lower(unaccent(coalesce(${text}, '')))`;

/** As many rows as there are items in the other lists: their forms are those of the sample's own rows. */
async function fillLists({ app, client, campagneId, executionId, items }) {
  const copies = `FROM generate_series(1, ${items}) i`;
  const formations = `FROM formation f CROSS JOIN LATERAL (SELECT f.rang - 1000000 AS i) n
    WHERE f.campagne_id = '${campagneId}' AND f.rang > 1000000`;
  for (const sql of [
    `INSERT INTO journal_entree (type, message, auteur_nom, created_at, details)
     SELECT (ARRAY['decision_prise', 'connexion', 'import_demande'])[1 + i % 3], 'Acte ' || i, 'Personne ' || i % 20,
       now() - i * interval '1 minute', '{}' ${copies}`,
    `INSERT INTO ligne_refusee (instantane_id, ligne, colonne, motif, message, extrait)
     SELECT c.catalogue_id, 1000000 + i, 'uai', 'UAI_INVALIDE', 'ligne ' || i || ' : UAI attendue', repeat('x;', 100)
     FROM generate_series(1, ${items}) i, campagne c WHERE c.id = '${campagneId}'`,
    `INSERT INTO formation_axe (formation_id, campagne_id, type_diplome, academie, niveau, perimetre, fait_plateforme,
       fait_type_diplome, fait_famille, fait_voie, fait_academie, fait_libelle, fait_specialite, fait_etablissement,
       fait_commune, fait_uai, fait_cfd, fait_mef, fait_rncp, fait_niveau, fait_capacite, fait_voeux)
     SELECT f.id, f.campagne_id, f.type_diplome, n.academie, n.niveau, (ARRAY['dans', 'hors', 'sans_regle'])[1 + i % 3],
       'parcoursup', ${folded('f.type_diplome')}, ${folded("split_part(f.type_diplome, ' ', 1)")},
       (ARRAY['scolaire', 'apprentissage'])[1 + i % 2], n.academie, ${folded('f.libelle')}, ${folded('f.specialite')},
       'etablissement ' || i % 10000, 'ville ' || i % 3000, lower(f.uai), ${folded("f.contenu#>>'{codes,cfd}'")},
       ${folded("f.contenu#>>'{codes,mef}'")}, '{}', n.niveau, f.capacite, f.voeux
     FROM formation f CROSS JOIN LATERAL (SELECT f.rang - 1000000 AS i, 3 + (f.rang - 1000000) % 3 AS niveau,
       (ARRAY['09', '10', '17', '14', '24', '25', '01', '19'])[1 + f.rang % 8] AS academie) n
     WHERE f.campagne_id = '${campagneId}' AND f.rang > 1000000 ON CONFLICT DO NOTHING`,
    `INSERT INTO controle_formation (execution_id, formation_id, empreinte, uai, uai_inconnue, non_conformes, controles)
     SELECT '${executionId}', f.id, repeat('0', 64), f.uai, i % 50 = 0,
       CASE WHEN i % 10 = 0 THEN '{uai_fermee}'::text[] ELSE '{}' END, '[]' ${formations} ON CONFLICT DO NOTHING`,
    `INSERT INTO alerte_formation (execution_id, formation_id, type, cle, acteur, date, detail)
     SELECT '${executionId}', f.id, (ARRAY['UAI_FERMEE', 'CODE_FERME_AVANT_RENTREE'])[1 + i % 2], 'C' || i % 20000,
       (ARRAY['etablissement', 'rectorat', 'dne'])[1 + i % 3], date '2026-08-31', 'Alerte numéro ' || i % 20000
     ${formations}`,
    `INSERT INTO chiffres_formation (execution_id, formation_id, couverture, couverture_concordance, couverture_codes,
       detail, empreinte)
     SELECT '${executionId}', f.id, e.etat, e.etat, 'Non couvert - UAI Inconnu', '{}', repeat('0', 64)
     FROM (SELECT f.id, (ARRAY['Non couvert - Nouvelle formation', 'Non couvert - UAI Inconnu',
         'Non couvert - Sans raison évidente'])[1 + i % 3] AS etat ${formations}) e (fid, etat)
     JOIN formation f ON f.id = e.fid ON CONFLICT DO NOTHING`,
    `INSERT INTO export (id, campagne_id, execution_id, statut, manifeste, created_at, ended_at)
     SELECT gen_random_uuid(), '${campagneId}', '${executionId}', 'terminee',
       '{"compteurs":{"formations":42},"fichiers":[{"nom":"formations.json","octets":12,"sha256":"0"}]}',
       now() - i * interval '1 minute', now() - i * interval '1 minute' ${copies}`,
    `INSERT INTO demande_import (id, nom, chemin, statut, auteur, created_at, ended_at)
     SELECT gen_random_uuid(), 'fichier-' || i || '.csv', '/', 'terminee', 'banc', now() - i * interval '1 minute', now()
     ${copies}`,
    `INSERT INTO instantane (id, table_id, nom, origine, sha256, octets, encodage, separateur, colonnes,
       colonnes_inconnues, millesime, lignes, acceptees, refusees, statut, importe_par, created_at)
     SELECT gen_random_uuid(), 'n_mef', 'fichier-' || i || '.csv', 'banc', lpad(i::text, 64, '0'), 1, 'utf8', ';', '{}', '{}',
       '2026-01-01', 1, 1, 0, 'retire', 'banc', now() - i * interval '1 minute' ${copies}`,
    `WITH acce AS (
       INSERT INTO instantane (id, table_id, nom, origine, sha256, octets, encodage, separateur, colonnes,
         colonnes_inconnues, millesime, lignes, acceptees, refusees, importe_par)
       VALUES (gen_random_uuid(), 'acce_uai', 'acce.csv', 'banc', repeat('e', 64), 1, 'utf8', ';', '{}', '{}',
         '2099-01-01', 0, 0, 0, 'banc') RETURNING id),
     prete AS (INSERT INTO etablissement_preparation (instantane_id) SELECT id FROM acce)
     INSERT INTO etablissement (instantane_id, uai, nom, nature_libelle, etat, secteur, commune, academie,
       academie_libelle, date_ouverture, recherche)
     SELECT acce.id, lpad(i::text, 7, '0') || 'A', 'LYCEE NUMERO ' || i, 'LYCEE', '1', 'PU', 'Ville ' || i % 3000, '10',
       (ARRAY['Lille', 'Lyon', 'Nantes', 'Rennes'])[1 + i % 4], date '1965-05-01',
       'lycee numero ' || i || ' ville ' || i % 3000 FROM generate_series(1, ${items}) i, acce`,
  ]) {
    await client.query(sql);
  }
  // Those of the sample's own rows, and the rules that put the copies where they are.
  const { PrepareAxesUseCase } = await compiled('perimetre/prepare-axes.use-case');
  await client.query(
    `INSERT INTO regle_perimetre (id, version, nom, niveau, condition_integration, priorite, created_at, updated_at,
       updated_by)
     SELECT gen_random_uuid(), 1, 'Niveau ' || niveau, niveau, integration, 0, now(), now(), 'banc'
     FROM (VALUES (3, 'doit_integrer'), (4, 'ne_doit_pas_integrer')) AS r (niveau, integration)`,
  );
  await app.get(PrepareAxesUseCase).execute([campagneId]);
}
