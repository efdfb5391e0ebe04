import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { AfterDecision, type DecisionTaken } from './after-decision.ts';
import type { Auteur } from './decision-author.ts';
import type { JugementRecord } from './jugement.ts';
import { RevueRepository, type RevueRecord } from './revue.repository.ts';

/** What is said of one item. */
export interface DecisionToWrite extends Pick<
  JugementRecord,
  | 'commandeId'
  | 'verdict'
  | 'codeCertification'
  | 'certification'
  | 'motif'
  | 'acteur'
  | 'commentaire'
  | 'origine'
  | 'groupeId'
> {
  readonly revue: RevueRecord;
  /** The last decision on its signature, under the caller's lock. */
  readonly last: JugementRecord | null;
}

/** A decision taken back: it says nothing but that. */
export const ANNULE = {
  verdict: 'annule',
  codeCertification: null,
  certification: null,
  motif: null,
  acteur: null,
  commentaire: null,
} as const;

/** Adds decisions to the history, in the caller's transaction and under its locks, with all that follows from them. */
@Injectable()
export class WriteDecisions {
  constructor(
    private readonly revues: RevueRepository,
    private readonly afterDecision: AfterDecision,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  async execute(
    manager: EntityManager,
    auteur: Pick<Auteur, 'compteId' | 'nom'>,
    decisions: readonly DecisionToWrite[],
  ): Promise<void> {
    const taken = decisions.map(({ revue, last, ...said }): DecisionTaken => ({
      revue,
      jugement: {
        ...said,
        id: this.ids.uuid(),
        signatureId: revue.signatureId,
        version: (last?.version ?? 0) + 1,
        candidats: revue.resultat.candidats.map(({ codeCertification }) => codeCertification),
        auteurId: auteur.compteId,
        auteurNom: auteur.nom,
        revueId: revue.id,
        executionId: revue.executionId,
        modele: revue.modele,
      },
    }));
    await this.revues.add(
      manager,
      taken.map(({ jugement }) => jugement),
    );
    await this.afterDecision.execute(manager, taken);
  }
}
