import { Injectable } from '@nestjs/common';
import type { DecisionCommand } from './record-decision.use-case.ts';
import type { RevueDetail } from './revue-view.ts';

/** Who gives items already judged to be judged again, and takes the answers. */
export interface SourceDeControles {
  /** Items given to this person as controls, not answered yet. */
  ouvertes(compteId: string): Promise<readonly string[]>;
  /** Whether this person has answered this item as a control. */
  lue(compteId: string, revueId: string): Promise<boolean>;
  /** @returns false where the item is not a control for this person: it is decided like any other */
  repondre(command: DecisionCommand): Promise<boolean>;
  rendre(compteId: string, revueId: string): Promise<void>;
}

const AUCUNE: SourceDeControles = {
  ouvertes: () => Promise.resolve([]),
  lue: () => Promise.resolve(false),
  repondre: () => Promise.resolve(false),
  rendre: () => Promise.resolve(),
};

/**
 * Control items: already judged, they come among the ordinary ones and look like them until they are answered; the
 * answer measures and changes nothing. A later feature gives them and registers here, so that review need not know it.
 */
@Injectable()
export class FichesDeControle {
  private source = AUCUNE;

  register(source: SourceDeControles): void {
    this.source = source;
  }

  /** The items of a queue with the person's controls among them: right after the first, and none in an empty queue. */
  meler(pris: readonly string[], ouvertes: readonly string[]): string[] {
    const [premiere, ...suivantes] = pris;
    if (premiere === undefined) return [];
    return [premiere, ...ouvertes.filter((id) => !pris.includes(id)), ...suivantes];
  }

  ouvertes(compteId: string): Promise<readonly string[]> {
    return this.source.ouvertes(compteId);
  }

  repondre(command: DecisionCommand): Promise<boolean> {
    return this.source.repondre(command);
  }

  rendre(compteId: string, revueId: string): Promise<void> {
    return this.source.rendre(compteId, revueId);
  }

  lue(compteId: string, revueId: string): Promise<boolean> {
    return this.source.lue(compteId, revueId);
  }
}

/** An item as it was before anyone judged it: what a control looks like. */
export function enAveugle(revue: RevueDetail): RevueDetail {
  return {
    ...revue,
    statut: 'a_traiter',
    verdict: null,
    acteur: null,
    version: 0,
    jugements: [],
    lectures: [],
    resurgence: null,
    nbSimilaires: 0,
  };
}
