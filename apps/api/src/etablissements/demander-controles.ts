import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ControlesARefaireQuery } from './controles-a-refaire.query.ts';
import { InstantanesEtablissementsQuery } from './instantanes-etablissements.query.ts';
import { empreinteSources } from './ligne-a-controler.ts';

/**
 * Says which runs must be checked: those just ended, those whose snapshots of establishments were replaced, those with
 * a new decision. Looked at by the reaper, so that none of the three need know the checks, and a lost job comes back.
 */
@Injectable()
export class DemanderControles {
  constructor(
    private readonly aRefaire: ControlesARefaireQuery,
    private readonly instantanes: InstantanesEtablissementsQuery,
  ) {}

  async reclaim(manager: EntityManager): Promise<{ executionId: string; envoi: number }[]> {
    const behind: string[] = [];
    for (const { executionId, rentree, sources, decisions } of await this.aRefaire.suivis(manager)) {
      const now = empreinteSources(await this.instantanes.deExecution(executionId), rentree);
      if (decisions || sources !== now) behind.push(executionId);
    }
    return behind.length === 0 ? [] : this.aRefaire.demandees(manager, behind);
  }
}
