import type { Certification } from '../concordance/certification.ts';
import type { IndexedLabel } from '../retrieval/label-index.ts';
import type { Demande } from './demande.ts';
import type { Nature } from './nature.ts';
import type { Situation } from './situation.ts';

/** How one label of a candidate answers the words of the query. */
export interface Ressemblance {
  readonly label: IndexedLabel;
  /** Share of the query's weight that the label holds, and the reverse, 0 to 1. */
  readonly couvertureDemande: number;
  readonly couvertureLibelle: number;
  /** Harmonic mean of both. */
  readonly ressemblance: number;
  /** Weight of the heaviest word missed on each side, as a share. */
  readonly plusGrosManqueDemande: number;
  readonly plusGrosManqueLibelle: number;
  /** Likeness of the matched words themselves: 1 when all are the same words. */
  readonly nettete: number;
  /** Rank of the query's words that the label holds, and their likeness. */
  readonly tenus: Float32Array;
}

/** What the candidates of one query have in common, against which one of them stands out. */
export interface Groupe {
  readonly meilleureRessemblance: number;
  readonly meilleureCouvertureDemande: number;
  readonly meilleureCouvertureLibelle: number;
  /** For each word of the query, the best likeness any candidate has for it. */
  readonly tenusParUnAutre: Float32Array;
  readonly meilleureRessemblanceOuverte: number;
}

/** A formation and one candidate, with everything the criteria compare. */
export interface Paire {
  readonly demande: Demande;
  readonly rang: number;
  readonly certification: Certification;
  /** The label of the candidate that answers best. */
  readonly meilleur: Ressemblance;
  readonly situation: Situation;
  readonly nature: Nature;
  /** One of its labels is, letter by letter and mnemonic included, the canonical text of the formation. */
  readonly texteExact: boolean;
  /** How often listings written this way used this code, as learned (log scale), or 0. */
  readonly usage: number;
  /** The same for the listings written otherwise. */
  readonly usageAilleurs: number;
  /** CFD of the entry certification of which the candidate is an option, or null. */
  readonly entree: string | null;
  /** What the options of one diploma share, or null: see Fiche. */
  readonly fratrie: string | null;
  readonly groupe: Groupe;
  /** Share of the labels learned for its code that hold each word of the query, 0 to 1; null where none is known. */
  readonly appris: Float32Array | null;
  /** In free text, among the open candidates of its code family with a name as near: it closes after all the others. */
  readonly fermeLaDerniere: boolean;
  /** Best likeness among its predecessors and successors present in the group, 0 where none is. */
  readonly ressemblanceParente: number;
}

/** What a criterion found, in words. */
export interface Constat {
  readonly detail: string;
  readonly demande: string;
  readonly candidat: string;
}

/** One criterion: a pure function from a pair to its values, and the sentence that says them. */
export interface Critere {
  readonly nom: string;
  /** Names of the values, in order. */
  readonly valeurs: readonly string[];
  /** Writes its values in that order, from `de` on; the places that it leaves alone are 0. */
  evaluer(paire: Paire, valeurs: Float64Array, de: number): void;
  expliquer(paire: Paire): Constat;
}
