import { Inject, Injectable } from '@nestjs/common';
import { RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { Auteur } from '../review/decision-author.ts';
import { TirageRepository } from './tirage.repository.ts';

export interface TirageCommand {
  readonly genre: 'audit' | 'bande';
  readonly campagneId: string;
  readonly taille: number;
  readonly nbControles: number;
  /** Null: one is made, and written down. */
  readonly graine: string | null;
  readonly confianceMin: number | null;
  readonly confianceMax: number | null;
  readonly risque: number | null;
  readonly auteur: Pick<Auteur, 'compteId' | 'nom'>;
}

/** Draws a random sample to be read blind: of what was accepted without a human, or of a score band. */
@Injectable()
export class TirerEchantillon {
  constructor(
    private readonly tirages: TirageRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @returns the id of the draw. @throws RuleViolationError AUCUNE_EXECUTION, RIEN_A_TIRER */
  async execute({ auteur, ...command }: TirageCommand): Promise<string> {
    const executionId = await this.tirages.executionOf(command.campagneId);
    if (executionId === null) {
      throw new RuleViolationError('AUCUNE_EXECUTION', "la campagne n'a pas d'exécution terminée");
    }
    const id = this.ids.uuid();
    const graine = command.graine ?? this.ids.uuid();
    await this.transactions.run(async (manager) => {
      const { population, taille } = await this.tirages.draw(manager, {
        ...command,
        id,
        executionId,
        graine,
        auteurId: auteur.compteId,
        auteurNom: auteur.nom,
      });
      if (taille === 0)
        throw new RuleViolationError('RIEN_A_TIRER', "il n'y a rien à tirer : tout a été lu ou décidé");
      await this.journal.note(
        {
          type: 'tirage_fait',
          message: `${auteur.nom} a tiré ${taille} élément(s) parmi ${population}`,
          auteur,
          details: {
            tirageId: id,
            genre: command.genre,
            campagneId: command.campagneId,
            executionId,
            graine,
            population,
            taille,
          },
        },
        manager,
      );
    });
    return id;
  }
}
