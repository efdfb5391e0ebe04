import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RANDOM, type RandomSource } from '../common/random-source.ts';
import type { DecisionTaken } from '../review/after-decision.ts';
import type { SourceDeControles } from '../review/fiches-de-controle.ts';
import type { DecisionCommand } from '../review/record-decision.use-case.ts';
import { ControleDeFileRepository } from './controle-de-file.repository.ts';
import { RepondreLecture } from './repondre-lecture.use-case.ts';

/** Bytes of a UUID, and of a number drawn between 0 and 1. */
const UUID_BYTES = 16;
const DRAW_BYTES = 4;

/** Control items of the queue: drawn after a decision at the campaign's rate, answered like readings. */
@Injectable()
export class ControlesDeFile implements SourceDeControles {
  constructor(
    private readonly controles: ControleDeFileRepository,
    private readonly lecture: RepondreLecture,
    @Inject(RANDOM) private readonly random: RandomSource,
  ) {}

  ouvertes(compteId: string): Promise<readonly string[]> {
    return this.controles.ouvertes(compteId);
  }

  lue(compteId: string, revueId: string): Promise<boolean> {
    return this.controles.lue(compteId, revueId);
  }

  rendre(compteId: string, revueId: string): Promise<void> {
    return this.controles.rendre(compteId, revueId);
  }

  async repondre(command: DecisionCommand): Promise<boolean> {
    const { auteur, revueId, commandeId } = command;
    const elementId = await this.controles.elementFor(auteur.compteId, revueId, commandeId);
    if (elementId === null) return false;
    await this.lecture.execute({ ...command, elementId });
    return true;
  }

  /** Draws whether the next item is a control, for who decides items one by one. */
  async afterDecision(manager: EntityManager, taken: readonly DecisionTaken[]): Promise<void> {
    const [one] = taken;
    if (one === undefined || taken.length > 1) return;
    const { revue, jugement } = one;
    if (jugement.origine !== 'revue' || jugement.verdict === 'annule') return;
    const taux = await this.controles.taux(revue.campagneId, manager);
    if (this.random.bytes(DRAW_BYTES).readUInt32BE() / 2 ** 32 >= taux) return;
    const pivot = this.random.bytes(UUID_BYTES).toString('hex');
    await this.controles.donner(manager, revue.campagneId, jugement.auteurId, pivot);
  }
}
