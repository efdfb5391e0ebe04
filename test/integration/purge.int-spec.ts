import { randomUUID } from 'node:crypto';
import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PurgerUseCase, type Purge } from '../../apps/api/src/purge/purger.use-case.ts';
import type { ApiClient } from './api-client.ts';
import { launch, waitForEnd } from './installation.ts';
import { decide, startReviewApp, take, type ReviewApp } from './review-app.ts';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

describe('purging', () => {
  let app: ReviewApp;
  let alice: ApiClient;
  /** The run decisions were taken on, one that nothing refers to, and the one that is shown. */
  let runs: [decided: string, idle: string, shown: string];

  const purge = (essai = false): Promise<Purge> =>
    app.installation.app.get(PurgerUseCase).execute({ jours: 30, essai });
  const kept = async (): Promise<string[]> =>
    (await app.installation.query<{ id: string }>('SELECT id FROM execution')).map(({ id }) => id);

  beforeAll(async () => {
    app = await startReviewApp();
    alice = await app.steward('alice', 'administrateur');
    const { installation, campagneId } = app;
    const [revue] = await take(alice, { campagneId });
    if (revue === undefined) throw new Error('an item is needed');
    expect((await decide(alice, revue)).status).toBe(201);
    const [first] = await app.installation.query<{ id: string }>('SELECT id FROM execution');
    const idle = await launch(installation, campagneId);
    await waitForEnd(installation, idle);
    const shown = await launch(installation, campagneId);
    await waitForEnd(installation, shown);
    runs = [first?.id ?? '', idle, shown];
    // What the workers do after a run has ended: a purge leaves alone a run that is still computed.
    const busy = `SELECT 1 FROM calcul_chiffres WHERE statut IN ('en_attente', 'en_cours')
      UNION ALL SELECT 1 FROM controle_execution WHERE statut <> 'terminee'
      UNION ALL SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM controle_execution WHERE execution_id = $1)`;
    while ((await app.installation.query(busy, [shown])).length > 0) await sleep(100);
  });

  afterAll(() => app.close());

  it('leaves everything that is recent', async () => {
    expect(await purge()).toEqual({
      executions: 0,
      exports: 0,
      televersements: 0,
      envois: 0,
      sessions: 0,
      tentatives: 0,
    });
    expect(await kept()).toHaveLength(3);
  });

  it('counts without removing, then removes what was counted and nothing that is referred to', async () => {
    const { campagneId, installation } = app;
    const exportOf = async (executionId: string): Promise<[id: string, folder: string]> => {
      const id = randomUUID();
      const folder = join(installation.folder, 'exports', id);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'formations.json'), '[]');
      await app.installation.query(
        `INSERT INTO export (id, campagne_id, execution_id, statut, dossier, ended_at)
         VALUES ($1, $2, $3, 'terminee', $4, now())`,
        [id, campagneId, executionId, folder],
      );
      return [id, folder];
    };
    const [, idle, shown] = runs;
    const old = await exportOf(idle);
    const last = await exportOf(shown);
    await app.installation.query(`UPDATE export SET ended_at = ended_at - interval '90 days'`);
    await app.installation.query(`UPDATE export SET ended_at = ended_at - interval '1 day' WHERE id = $1`, [
      old[0],
    ]);
    await app.installation.query(`UPDATE execution SET ended_at = ended_at - interval '90 days'`);
    await app.installation.query(`UPDATE outbox SET sent_at = sent_at - interval '90 days'`);
    await app.installation.query(`INSERT INTO session (token_sha256, compte_id, created_at, expires_at)
      SELECT repeat('a', 64), id, now() - interval '91 days', now() - interval '90 days' FROM compte LIMIT 1`);
    const [before] = await app.installation.query<{ jugements: number; journal: number }>(
      `SELECT (SELECT count(*)::int FROM jugement) AS jugements, (SELECT count(*)::int FROM journal_entree) AS journal`,
    );

    const counted = await purge(true);
    expect(counted).toMatchObject({ executions: 1, exports: 1, sessions: 1 });
    expect(counted.envois).toBeGreaterThan(0);
    expect(await kept()).toHaveLength(3);
    expect(await exists(old[1])).toBe(true);

    expect(await purge()).toEqual(counted);
    expect((await kept()).toSorted()).toEqual([runs[0], shown].toSorted());
    expect([await exists(old[1]), await exists(last[1])]).toEqual([false, true]);
    expect(await app.installation.query('SELECT id FROM export')).toEqual([{ id: last[0] }]);
    const [after] = await app.installation.query<{ jugements: number; journal: number }>(
      `SELECT (SELECT count(*)::int FROM jugement) AS jugements, (SELECT count(*)::int FROM journal_entree) AS journal`,
    );
    expect(after).toEqual({ jugements: before?.jugements, journal: (before?.journal ?? 0) + 1 });
    const [noted] = await app.installation.query(
      `SELECT message FROM journal_entree WHERE type = 'purge' ORDER BY id DESC LIMIT 1`,
    );
    expect(noted).toEqual({ message: 'Purge de ce qui a plus de 30 jours : 1 exécution, 1 export' });
    expect(await purge(true)).toMatchObject({ executions: 0, exports: 0, envois: 0, sessions: 0 });
    expect((await alice.get('/api/session')).status).toBe(200);
  });

  it('removes the uploads that no import waits for', async () => {
    const folder = join(app.installation.folder, 'televersements');
    await mkdir(folder, { recursive: true });
    const upload = async (nom: string, jours: number): Promise<string> => {
      const file = join(folder, nom);
      await writeFile(file, 'x');
      const then = Date.now() / 1_000 - jours * 86_400;
      await utimes(file, then, then);
      return file;
    };
    const abandoned = await upload('abandonne', 31);
    const kept = [await upload('attendu', 31), await upload('recent', 29)];
    await app.installation.query(
      `INSERT INTO demande_import (id, nom, chemin, statut, auteur)
       VALUES ($1, 'attendu.csv', $2, 'en_cours', 'essai'), ($3, 'lu.csv', $4, 'echouee', 'essai')`,
      [randomUUID(), kept[0], randomUUID(), abandoned],
    );
    expect(await purge(true)).toMatchObject({ televersements: 1 });
    expect(await exists(abandoned)).toBe(true);
    expect(await purge()).toMatchObject({ televersements: 1 });
    expect(await Promise.all([abandoned, ...kept].map(exists))).toEqual([false, true, true]);
  });

  it('removes no file outside the folder of exports', async () => {
    const outside = join(app.installation.folder, 'ailleurs');
    await mkdir(outside);
    await app.installation.query(
      `INSERT INTO export (id, campagne_id, execution_id, statut, dossier, ended_at)
       SELECT gen_random_uuid(), campagne_id, id, 'echouee', $1, now() - interval '90 days' FROM execution LIMIT 1`,
      [outside],
    );
    expect(await purge()).toMatchObject({ exports: 1 });
    expect(await exists(outside)).toBe(true);
  });
});
