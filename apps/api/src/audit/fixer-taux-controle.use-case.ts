import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { Auteur } from '../review/decision-author.ts';
import { ControleDeFileRepository } from './controle-de-file.repository.ts';

/** Says which share of a campaign's queue is control items. Holds for decisions to come. */
@Injectable()
export class FixerTauxControle {
  constructor(
    private readonly controles: ControleDeFileRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
  ) {}

  /** @param taux 0 to 0.2; 0 for none. @throws NotFoundError CAMPAGNE_INCONNUE */
  async execute(campagneId: string, taux: number, auteur: Pick<Auteur, 'compteId' | 'nom'>): Promise<void> {
    await this.transactions.run(async (manager) => {
      const nom = await this.controles.saveTaux(manager, campagneId, taux);
      if (nom === null)
        throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne n'a l'identifiant ${campagneId}`);
      const percent = (taux * 100).toLocaleString('fr-FR');
      await this.journal.note(
        {
          type: 'taux_controle',
          message: `${auteur.nom} : ${percent} % de fiches de contrôle pour « ${nom} »`,
          auteur,
          details: { campagneId, taux },
        },
        manager,
      );
    });
  }
}
