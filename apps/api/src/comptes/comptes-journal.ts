import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JournalRepository } from '../journal/journal.repository.ts';

/** The account that an entry is about. */
export interface CompteConcerne {
  readonly id: string;
  readonly identifiant: string;
  readonly nom: string;
}

/** Nobody is signed in: the attempt itself is the fact. */
const INCONNU: JournalAuteur = { compteId: null, nom: 'Anonyme' };

/** The sentences of the journal about accounts and sessions. */
@Injectable()
export class ComptesJournal {
  constructor(
    private readonly journal: JournalRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  connexion(compte: CompteConcerne, manager?: EntityManager): Promise<void> {
    return this.#append('connexion', `${compte.nom} s'est connecté(e).`, auteur(compte), compte, manager);
  }

  /** `compte` is null when the identifier is unknown; what was typed is not kept: it may be a password. */
  connexionEchouee(compte: CompteConcerne | null): Promise<void> {
    const message =
      compte === null
        ? 'Échec de connexion : identifiant inconnu.'
        : `Échec de connexion au compte « ${compte.identifiant} ».`;
    return this.#append('connexion_echouee', message, INCONNU, compte);
  }

  compteBloque(compte: CompteConcerne): Promise<void> {
    const message = `Compte « ${compte.identifiant} » bloqué un moment après trop d'échecs de connexion.`;
    return this.#append('compte_bloque', message, INCONNU, compte);
  }

  deconnexion(compte: CompteConcerne): Promise<void> {
    return this.#append('deconnexion', `${compte.nom} s'est déconnecté(e).`, auteur(compte), compte);
  }

  motDePasseChange(compte: CompteConcerne, manager: EntityManager): Promise<void> {
    const message = `${compte.nom} a changé son mot de passe ; ses autres sessions sont fermées.`;
    return this.#append('mot_de_passe_change', message, auteur(compte), compte, manager);
  }

  compteCree(
    compte: CompteConcerne & { role: string },
    par: JournalAuteur,
    manager: EntityManager,
  ): Promise<void> {
    const message = `Compte « ${compte.identifiant} » (${compte.nom}) créé avec le rôle ${compte.role}.`;
    return this.#append('compte_cree', message, par, compte, manager, { role: compte.role });
  }

  compteModifie(
    compte: CompteConcerne,
    changements: Readonly<Record<string, { avant: unknown; apres: unknown }>>,
    par: JournalAuteur,
    manager: EntityManager,
  ): Promise<void> {
    const fields = Object.keys(changements).join(', ');
    const message = `Compte « ${compte.identifiant} » modifié : ${fields}.`;
    return this.#append('compte_modifie', message, par, compte, manager, { changements });
  }

  motDePasseReinitialise(compte: CompteConcerne, par: JournalAuteur, manager: EntityManager): Promise<void> {
    const message = `Mot de passe du compte « ${compte.identifiant} » réinitialisé ; ses sessions sont fermées.`;
    return this.#append('mot_de_passe_reinitialise', message, par, compte, manager);
  }

  #append(
    type: string,
    message: string,
    par: JournalAuteur,
    compte: CompteConcerne | null,
    manager?: EntityManager,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const about = compte === null ? {} : { compteId: compte.id, identifiant: compte.identifiant };
    return this.journal.append(
      { type, message, auteur: par, at: this.clock.now(), details: { ...about, ...details } },
      manager,
    );
  }
}

function auteur(compte: CompteConcerne): JournalAuteur {
  return { compteId: compte.id, nom: compte.nom };
}
