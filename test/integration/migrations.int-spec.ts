import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { Secret } from '../../apps/api/src/config/secret.ts';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.ts';
import { FichesDeControle1763729000001 } from '../../apps/api/src/database/migrations/1763729000001-fiches-de-controle.ts';
import { MIGRATIONS } from '../../apps/api/src/database/migrations.ts';
import { createTestDatabase, type TestDatabase } from '../postgres.ts';

/**
 * Everything that a migration can make, each as one line that says what it is. A check that rows already there may break
 * (`NOT VALID`) is the same check: an older list that comes back keeps what was answered under the newer one.
 */
const SCHEMA = `
  SELECT format('colonne %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
    coalesce(' ' || CASE WHEN a.attgenerated = '' THEN 'default ' ELSE 'generated ' END
      || pg_get_expr(d.adbin, d.adrelid), '')) AS said
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm')
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('contrainte %s %s.%s %s', n.contype, coalesce(c.relname, t.typname), n.conname,
    replace(pg_get_constraintdef(n.oid), ' NOT VALID', ''))
  FROM pg_constraint n LEFT JOIN pg_class c ON c.oid = n.conrelid LEFT JOIN pg_type t ON t.oid = n.contypid
  WHERE n.connamespace = 'public'::regnamespace
  UNION ALL SELECT format('index %s %s', indexname, indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('vue %s %s', viewname, definition) FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT format('fonction %s', pg_get_functiondef(p.oid)) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
  UNION ALL SELECT format('déclencheur %s', pg_get_triggerdef(g.oid)) FROM pg_trigger g WHERE NOT g.tgisinternal
  UNION ALL SELECT format('domaine %s %s', typname, format_type(typbasetype, typtypmod)) FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype = 'd'
  UNION ALL SELECT format('réglage %s %s', relname, unnest(reloptions)) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('séquence %s', sequencename) FROM pg_sequences WHERE schemaname = 'public'
  ORDER BY said`;

describe('every migration, made, undone and made again', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let runner: QueryRunner;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(new Secret(database.url), 2)).initialize();
    runner = dataSource.createQueryRunner();
  });

  afterAll(async () => {
    await runner.release();
    await dataSource.destroy();
    await database.drop();
  });

  const schema = async (): Promise<string[]> =>
    ((await runner.query(SCHEMA)) as { said: string }[]).map(({ said }) => said);

  it.each(MIGRATIONS.map((Migration) => [Migration.name, Migration] as const))(
    '%s leaves nothing behind, and takes nothing away',
    async (_, Migration) => {
      const migration = new Migration();
      const before = await schema();
      await migration.up(runner);
      const after = await schema();
      expect(after).not.toEqual(before);
      await migration.down(runner);
      expect(await schema()).toEqual(before);
      await migration.up(runner);
      expect(await schema()).toEqual(after);
    },
  );

  it('the controls of the queue that were answered outlive the migration that brought them', async () => {
    const migration = new FichesDeControle1763729000001();
    const add = (id: number): Promise<unknown> =>
      runner.query(
        `INSERT INTO element_lecture (id, genre, campagne_id, signature_id, execution_id, rang, nb_formations, academies,
           verdict_attendu)
         VALUES ('00000000-0000-4000-8000-00000000000${id}', 'controle_file', gen_random_uuid(), 1, gen_random_uuid(), 1,
           1, '{}', 'aucune')`,
      );
    await runner.startTransaction();
    // Without the campaign, the run and the signature that a real one belongs to.
    await runner.query(`SET LOCAL session_replication_role = replica`);
    await add(1);
    await migration.down(runner);
    await runner.query('SAVEPOINT undone');
    await expect(add(2)).rejects.toThrow(/violates check constraint "element_lecture/);
    await runner.query('ROLLBACK TO SAVEPOINT undone');
    await migration.up(runner);
    await add(2);
    expect(await runner.query(`SELECT genre FROM element_lecture`)).toHaveLength(2);
    await runner.rollbackTransaction();
  });
});
