import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../common/transactions.ts';
import { loadEnv } from '../config/load-env.ts';
import type { ActesJournal } from '../journal/actes-journal.ts';
import type { PurgeRepository } from './purge.repository.ts';
import { PurgerUseCase } from './purger.use-case.ts';

/** A base that holds three runs to remove, and fails on one of them. */
function purgeOf(failing: string | null): { purger: PurgerUseCase; noted: string[] } {
  const noted: string[] = [];
  const repository = {
    exports: () => Promise.resolve([]),
    executions: () => Promise.resolve(['a', 'b', 'c']),
    fichiersAttendus: () => Promise.resolve([]),
    supprimerExecution: (_: EntityManager, id: string) =>
      id === failing ? Promise.reject(new Error('connexion perdue')) : Promise.resolve(id !== 'b'),
    supprimer: () => Promise.resolve(4),
    compter: () => Promise.resolve(5),
  } as unknown as PurgeRepository;
  const transactions = {
    run: <T>(work: (manager: EntityManager) => Promise<T>) => work({} as EntityManager),
  } as unknown as Transactions;
  const journal = {
    note: ({ message }: { message: string }) => Promise.resolve(void noted.push(message)),
  } as unknown as ActesJournal;
  const clock = { now: () => new Date('2026-11-20T08:00:00Z') };
  const folder = join(import.meta.dirname, 'aucun-dossier');
  const config = loadEnv({ DATABASE_URL: 'postgres://localhost/essai', CONCORDANCE_DATA_DIR: folder });
  return { purger: new PurgerUseCase(repository, transactions, journal, config, clock), noted };
}

describe('the purge', () => {
  it('counts what was removed, and not what had come to be needed since', async () => {
    const { purger, noted } = purgeOf(null);
    const purge = { executions: 2, exports: 0, televersements: 0, envois: 4, sessions: 4, tentatives: 4 };
    expect(await purger.execute({ jours: 30, essai: false })).toEqual(purge);
    expect(noted).toEqual(['Purge de ce qui a plus de 30 jours : 2 exécutions, 0 export']);
  });

  it('writes down what is gone when it cannot go on, and tells why', async () => {
    const { purger, noted } = purgeOf('c');
    await expect(purger.execute({ jours: 30, essai: false })).rejects.toThrow('connexion perdue');
    expect(noted).toEqual(['Purge de ce qui a plus de 30 jours : 1 exécution, 0 export, interrompue']);
  });

  it('writes nothing down when it only counts', async () => {
    const { purger, noted } = purgeOf(null);
    const purge = { executions: 3, exports: 0, televersements: 0, envois: 5, sessions: 5, tentatives: 5 };
    expect(await purger.execute({ jours: 30, essai: true })).toEqual(purge);
    expect(noted).toEqual([]);
  });
});
