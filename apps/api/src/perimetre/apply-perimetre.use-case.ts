import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AxeRepository } from './axe.repository.ts';
import { rankRegles } from './regle-perimetre.ts';
import { ReglePerimetreRepository } from './regle-perimetre.repository.ts';

/** Says of every formation of a campaign whether it is in scope, by the rules in force. */
@Injectable()
export class ApplyPerimetreUseCase {
  constructor(
    private readonly axes: AxeRepository,
    private readonly regles: ReglePerimetreRepository,
  ) {}

  /** Repeatable: rows that do not change are not written again. */
  async execute(manager: EntityManager, campagneId: string): Promise<void> {
    await this.axes.prepare(manager, campagneId);
    await this.axes.refreshNiveaux(manager, campagneId);
    await this.axes.applyRegles(manager, campagneId, rankRegles(await this.regles.inForce(manager)));
  }
}
