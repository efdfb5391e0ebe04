import { Inject, Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { Auteur } from '../review/decision-author.ts';
import { FinaliteRepository, type FinaliteView } from './finalite.repository.ts';

type Administrateur = Pick<Auteur, 'compteId' | 'nom'>;

/** Declares why statistics about people are made, or no longer are. */
@Injectable()
export class DeclarerFinalite {
  constructor(
    private readonly finalites: FinaliteRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @throws ConflictError FINALITE_DEJA_DECLAREE */
  async declare(
    declared: Pick<FinaliteView, 'traitement' | 'finalite' | 'baseLegale' | 'dureeJours'>,
    auteur: Administrateur,
  ): Promise<FinaliteView> {
    return this.transactions.run(async (manager) => {
      if ((await this.finalites.active(declared.traitement, manager)) !== null) {
        throw new ConflictError(
          'FINALITE_DEJA_DECLAREE',
          "une finalité est déjà déclarée : retirez-la d'abord",
        );
      }
      await this.finalites.declare(manager, {
        ...declared,
        id: this.ids.uuid(),
        auteurId: auteur.compteId,
        auteurNom: auteur.nom,
      });
      await this.journal.note(
        {
          type: 'finalite_declaree',
          message: `${auteur.nom} a déclaré une finalité pour les statistiques de vitesse : ${declared.finalite}`,
          auteur,
          details: { ...declared },
        },
        manager,
      );
      const active = await this.finalites.active(declared.traitement, manager);
      if (active === null) throw new Error('finalite_declaree: the row just written is not there');
      return active;
    });
  }

  async withdraw(id: string, auteur: Administrateur): Promise<void> {
    await this.transactions.run(async (manager) => {
      if (!(await this.finalites.withdraw(manager, id))) {
        throw new NotFoundError('FINALITE_INCONNUE', `aucune finalité en cours n'a l'identifiant ${id}`);
      }
      await this.journal.note(
        {
          type: 'finalite_retiree',
          message: `${auteur.nom} a retiré la finalité des statistiques de vitesse`,
          auteur,
          details: { finaliteId: id },
        },
        manager,
      );
    });
  }
}
