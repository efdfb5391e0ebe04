import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../common/auth/role.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { Passwords } from './passwords.ts';

export interface NouveauCompte {
  /** Lower-case. */
  readonly identifiant: string;
  readonly nom: string;
  readonly role: Role;
  /** Null or absent: every académie. */
  readonly academies?: readonly string[] | null;
}

export interface CompteCree {
  readonly compte: CompteEntity;
  /** Shown once, kept nowhere. */
  readonly motDePasseProvisoire: string;
}

/** Creates an account with a provisional password, to be changed at the first sign-in. */
@Injectable()
export class CreerCompte {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly passwords: Passwords,
    private readonly journal: ComptesJournal,
    private readonly transactions: Transactions,
    @Inject(IDS) private readonly ids: IdGenerator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ConflictError when the identifier is taken. */
  execute(nouveau: NouveauCompte, par: JournalAuteur): Promise<CompteCree> {
    return this.transactions.run((manager) => this.createWithin(manager, nouveau, par));
  }

  /** Same, inside the caller's transaction. */
  async createWithin(
    manager: EntityManager,
    nouveau: NouveauCompte,
    par: JournalAuteur,
  ): Promise<CompteCree> {
    const motDePasseProvisoire = this.passwords.provisional();
    const compte: CompteEntity = {
      id: this.ids.uuid(),
      identifiant: nouveau.identifiant,
      nom: nouveau.nom,
      role: nouveau.role,
      academies: nouveau.academies ?? null,
      motDePasseHash: await this.passwords.hash(motDePasseProvisoire),
      doitChanger: true,
      actif: true,
      createdAt: this.clock.now(),
      derniereConnexionAt: null,
    };
    await this.comptes.insert(compte, manager);
    await this.journal.compteCree(compte, par, manager);
    return { compte, motDePasseProvisoire };
  }
}
