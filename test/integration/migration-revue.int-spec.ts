import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Secret } from '../../apps/api/src/config/secret.ts';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.ts';
import { MIGRATIONS } from '../../apps/api/src/database/migrations.ts';
import { createTestDatabase, type TestDatabase } from '../postgres.ts';

/** First migration of the queue as a prepared table. */
const FIRST = 1763724000000;
const timestampOf = (migration: { readonly name: string }): number =>
  Number(/\d+$/.exec(migration.name)?.[0]);

describe('a database from before the queue was a prepared table', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const campagne = randomUUID();
  const execution = randomUUID();
  const revue = randomUUID();

  const migrate = async (migrations: typeof MIGRATIONS): Promise<void> => {
    const to = await new DataSource({
      ...dataSourceOptions(new Secret(database.url), 2),
      migrations,
    }).initialize();
    await to.runMigrations({ transaction: 'all' });
    await to.destroy();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(MIGRATIONS.filter((migration) => timestampOf(migration) < FIRST));
    dataSource = await new DataSource(dataSourceOptions(new Secret(database.url), 2)).initialize();
    const catalogue = randomUUID();
    await dataSource.query(
      `INSERT INTO instantane (id, table_id, nom, origine, sha256, octets, encodage, separateur, colonnes,
         colonnes_inconnues, millesime, lignes, acceptees, refusees, importe_par)
       VALUES ($1, 'parcoursup', 'c.csv', 'essai', repeat('0', 64), 1, 'utf-8', ';', '{}', '{}', '', 0, 0, 0, 'essai')`,
      [catalogue],
    );
    await dataSource.query(
      `INSERT INTO campagne (id, nom, plateforme, rentree, catalogue_id) VALUES ($1, 'Ancienne', 'parcoursup', '2025-09-01', $2)`,
      [campagne, catalogue],
    );
    await dataSource.query(
      `INSERT INTO signature (cle, contenu) VALUES ('s', '{"libelle": "BTS - Services", "specialite": "Tourisme", "typeDiplome": null, "voie": "scolaire"}')`,
    );
    await dataSource.query(
      `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, academie, capacite, voeux,
         recherche, contenu)
       SELECT $1, r, 'F' || r, s.id, 'BTS - Services', (ARRAY['Lyon', 'Lille', 'Lyon'])[r], 10, 100, '', '{}'
       FROM signature s, generate_series(1, 3) r`,
      [campagne],
    );
    await dataSource.query(
      `INSERT INTO execution (id, campagne_id, statut, modele, risque, seuil, rentree, instantanes, empreinte,
         nb_lots, nb_signatures, nb_formations, lance_par)
       VALUES ($1, $2, 'terminee', 'm', 0.01, 0.9, '2025-09-01', '{}', repeat('0', 64), 1, 1, 3, 'essai')`,
      [execution, campagne],
    );
    const resultat = {
      motifs: ['FAIBLE', 'AMBIGU'],
      explication: [
        { critere: 'libellé', detail: '', contribution: 2 },
        { critere: 'dates', detail: '', contribution: -1 },
        { critere: 'code', detail: '', contribution: 0 },
      ],
      candidats: [
        { codeCertification: 'CFD:32033423', confiance: 0.4 },
        { codeCertification: 'CFD:32033424', confiance: 0.3 },
      ],
    };
    await dataSource.query(
      `INSERT INTO appariement (execution_id, signature_id, statut, code_certification, confiance, motifs, resultat)
       SELECT $1, id, 'a_verifier', 'CFD:32033423', 0.4, '{AMBIGU,FAIBLE}', $2 FROM signature`,
      [execution, resultat],
    );
    await dataSource.query(
      `INSERT INTO revue (id, campagne_id, signature_id, execution_id, statut, priorite, nb_formations, places, voeux)
       SELECT $1, $2, id, $3, 'decide', 1, 3, 30, 300 FROM signature`,
      [revue, campagne, execution],
    );
    await dataSource.query(
      `INSERT INTO jugement (id, commande_id, signature_id, version, verdict, motif, auteur_id, auteur_nom, revue_id,
         execution_id, modele)
       SELECT gen_random_uuid(), gen_random_uuid(), id, 1, 'aucune', 'libelle_insuffisant', gen_random_uuid(), 'Alice',
         $1, $2, 'm' FROM signature`,
      [revue, execution],
    );
    await dataSource.query(
      `INSERT INTO compte (id, identifiant, nom, role, mot_de_passe_hash, doit_changer, created_at)
       VALUES (gen_random_uuid(), 'ancien', 'Ancien', 'instructeur', '$argon2id$x', false, now())`,
    );
    await migrate(MIGRATIONS);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('keeps its items, which say what lists filter by', async () => {
    const rows = await dataSource.query(
      `SELECT statut, libelle, specialite, type_diplome, voie, academies, motifs, confiance, premier_candidat, impact,
         patron, origine, verdict, acteur, bail_compte_id FROM revue`,
    );
    expect(rows).toEqual([
      {
        statut: 'decide',
        libelle: 'BTS - Services',
        specialite: 'Tourisme',
        type_diplome: 'BTS - Services',
        voie: 'scolaire',
        academies: ['Lille', 'Lyon'],
        motifs: ['AMBIGU', 'FAIBLE'],
        confiance: 0.4,
        premier_candidat: 'CFD:32033423',
        impact: 9,
        patron: 'AMBIGU,FAIBLE / +libellé,-dates,=code / proche',
        origine: 'execution',
        verdict: 'aucune',
        acteur: 'etablissement',
        bail_compte_id: null,
      },
    ]);
  });

  it('keeps its decisions, which know what was shown and who must act, and still refuse to change', async () => {
    expect(
      await dataSource.query(
        `SELECT verdict, motif, acteur, origine, candidats, auteur_nom FROM jugement_en_vigueur`,
      ),
    ).toEqual([
      {
        verdict: 'aucune',
        motif: 'libelle_insuffisant',
        acteur: 'etablissement',
        origine: 'revue',
        candidats: ['CFD:32033423', 'CFD:32033424'],
        auteur_nom: 'Alice',
      },
    ]);
    await expect(dataSource.query(`UPDATE jugement SET motif = 'autre'`)).rejects.toThrow(
      'ne se modifie pas',
    );
  });

  it('keeps its accounts, of every académie', async () => {
    expect(await dataSource.query(`SELECT role, academies FROM compte`)).toEqual([
      { role: 'instructeur', academies: null },
    ]);
  });
});
