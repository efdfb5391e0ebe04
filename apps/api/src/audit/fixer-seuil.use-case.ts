import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { Auteur } from '../review/decision-author.ts';
import { SeuilRepository } from './seuil.repository.ts';

/** Says from which impact a campaign's decisions are read a second time. Holds for decisions to come. */
@Injectable()
export class FixerSeuil {
  constructor(
    private readonly seuils: SeuilRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
  ) {}

  async execute(
    campagneId: string,
    seuil: number | null,
    auteur: Pick<Auteur, 'compteId' | 'nom'>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const nom = await this.seuils.save(manager, campagneId, seuil);
      if (nom === null)
        throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne n'a l'identifiant ${campagneId}`);
      const said = seuil === null ? 'sans seconde lecture' : `seconde lecture dès un impact de ${seuil}`;
      await this.journal.note(
        {
          type: 'seuil_seconde_lecture',
          message: `${auteur.nom} : ${said} pour « ${nom} »`,
          auteur,
          details: { campagneId, seuil },
        },
        manager,
      );
    });
  }
}
