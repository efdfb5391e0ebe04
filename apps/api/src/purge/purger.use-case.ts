import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { Transactions } from '../common/transactions.ts';
import { CONFIG } from '../config/config.module.ts';
import { exportFolder, uploadFolder } from '../config/folders.ts';
import type { Config } from '../config/load-env.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { SYSTEME } from '../journal/journal-entry.ts';
import { PurgeRepository, type ExportAPurger } from './purge.repository.ts';

/** How many of each were removed, or would be. */
export interface Purge {
  readonly executions: number;
  readonly exports: number;
  /** Uploaded files whose import has ended, or never began. */
  readonly televersements: number;
  readonly envois: number;
  readonly sessions: number;
  readonly tentatives: number;
}

const DAY_MS = 24 * 3_600_000;
const compte = (n: number, nom: string): string => `${n} ${nom}${n > 1 ? 's' : ''}`;

/**
 * Removes what is old: runs, exports with their files, uploads that no import waits for, messages sent, sessions. Never a
 * decision, a reading, a line of the journal, a snapshot, nor a run or an export that one of them or a campaign still
 * shows.
 */
@Injectable()
export class PurgerUseCase {
  constructor(
    private readonly purge: PurgeRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param jours age from which it goes, in days
   * @param essai true to count and remove nothing
   */
  async execute({ jours, essai }: { readonly jours: number; readonly essai: boolean }): Promise<Purge> {
    const avant = new Date(this.clock.now().getTime() - jours * DAY_MS);
    const exports = await this.purge.exports(avant);
    const executions = await this.purge.executions(
      avant,
      exports.map(({ id }) => id),
    );
    const televersements = await this.abandonnes(avant);
    if (essai) {
      return {
        executions: executions.length,
        exports: exports.length,
        televersements: televersements.length,
        envois: await this.purge.compter('envois', avant),
        sessions: await this.purge.compter('sessions', avant),
        tentatives: await this.purge.compter('tentatives', avant),
      };
    }
    const purge = { executions: 0, exports: 0, televersements: 0, envois: 0, sessions: 0, tentatives: 0 };
    try {
      for (const one of exports) {
        await this.removeExport(one);
        purge.exports += 1;
      }
      for (const id of executions) {
        // One at a time: a purge that is stopped has done what it has done, and goes on from there.
        const gone = await this.transactions.run((manager) =>
          this.purge.supprimerExecution(manager, id, avant),
        );
        if (gone) purge.executions += 1;
      }
      for (const file of televersements) {
        await rm(file, { force: true });
        purge.televersements += 1;
      }
      for (const quoi of ['envois', 'sessions', 'tentatives'] as const) {
        purge[quoi] = await this.purge.supprimer(quoi, avant);
      }
    } catch (error) {
      // What is gone is written down all the same; what is told is why the rest is not.
      await this.note(jours, purge, ', interrompue').catch(() => undefined);
      throw error;
    }
    await this.note(jours, purge);
    return purge;
  }

  /** An import removes its file when it ends: what is left was received by a service that died before it was asked for. */
  private async abandonnes(avant: Date): Promise<string[]> {
    const root = resolve(uploadFolder(this.config));
    // Nothing was ever uploaded where there is no folder.
    const names = existsSync(root) ? await readdir(root) : [];
    const attendus = new Set((await this.purge.fichiersAttendus()).map((chemin) => resolve(chemin)));
    const files: string[] = [];
    for (const file of names.map((name) => join(root, name)).filter((each) => !attendus.has(each))) {
      const found = await stat(file).catch((error: unknown) => {
        // An import that ends meanwhile takes its file away.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      });
      if (found?.isFile() === true && found.mtime < avant) files.push(file);
    }
    return files;
  }

  private note(jours: number, purge: Purge, fin = ''): Promise<void> {
    const runs = compte(purge.executions, 'exécution');
    const files = compte(purge.exports, 'export');
    return this.journal.note({
      type: 'purge',
      message: `Purge de ce qui a plus de ${jours} jours : ${runs}, ${files}${fin}`,
      auteur: SYSTEME,
      details: { jours, ...purge },
    });
  }

  /** The row last: an export whose files could not be removed is found again by the next purge. */
  private async removeExport({ id, dossier }: ExportAPurger): Promise<void> {
    const root = resolve(exportFolder(this.config));
    const folder = resolve(dossier ?? join(root, id));
    const inside = relative(root, folder);
    // A base restored from elsewhere may name a folder that is not ours: its files are left alone.
    if (inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)) {
      await rm(folder, { recursive: true, force: true });
    }
    await this.purge.supprimerExport(id);
  }
}
