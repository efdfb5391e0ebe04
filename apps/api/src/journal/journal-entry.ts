/** Who did it: an account, or the machine itself (`compteId` null). */
export interface JournalAuteur {
  readonly compteId: string | null;
  readonly nom: string;
}

/** The machine acting by itself: first start, worker, command line. */
export const SYSTEME: JournalAuteur = { compteId: null, nom: 'Concordance' };

/** A fact to remember for ever. */
export interface JournalEntry {
  /** Stable, lower-case, underscores: `connexion`, `compte_cree`, `decision_prise`… */
  readonly type: string;
  /** One French sentence that stands alone. */
  readonly message: string;
  readonly auteur: JournalAuteur;
  readonly at: Date;
  /** Plain JSON. Anything that looks like a secret is masked before it is written. */
  readonly details?: Readonly<Record<string, unknown>>;
}
