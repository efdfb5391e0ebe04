import { Injectable } from '@nestjs/common';
import { Transactions } from '../common/transactions.ts';
import { SYSTEME } from '../journal/journal-entry.ts';
import { CompteRepository } from './compte.repository.ts';
import { CreerCompte } from './creer-compte.use-case.ts';

const PREMIER = { identifiant: 'admin', nom: 'Administrateur', role: 'administrateur' } as const;

/** Creates the first administrator of an empty database. */
@Injectable()
export class CreerPremierAdministrateur {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly creerCompte: CreerCompte,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Does nothing when an account exists; of several machines that start together, one creates it.
   * @returns what to print once, or null.
   */
  async execute(): Promise<{ identifiant: string; motDePasse: string } | null> {
    return this.transactions.run(async (manager) => {
      await this.comptes.lockFirstAccount(manager);
      if (await this.comptes.exists(manager)) return null;
      const { compte, motDePasseProvisoire } = await this.creerCompte.createWithin(manager, PREMIER, SYSTEME);
      return { identifiant: compte.identifiant, motDePasse: motDePasseProvisoire };
    });
  }
}
