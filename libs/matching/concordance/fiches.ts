import type { IsoDate, ReferenceData } from '../reference-data.ts';
import { sourceOf } from './link-rows.ts';
import type { SourceLien } from './links.ts';
import { addTo, compareText, rulingByKey, sortedDistinct } from './vintages.ts';

/** A fiche as the newest extract of the register that has it says it. */
export interface FicheRncp {
  readonly code: string;
  readonly intitule: string | null;
  /** False once it takes nobody any more; null where the extract does not tell. */
  readonly actif: boolean | null;
  readonly dateFinEnregistrement: IsoDate | null;
  /** Fiches that replaced it, sorted; one that the register does not hold may be among them. */
  readonly nouveaux: readonly string[];
}

/** The fiches of the national register: what they are called and which replaced which. */
export interface Fiches {
  /** Every fiche that a succession names, sorted. */
  readonly codes: readonly string[];
  intitule(rncp: string): string | null;
  /** Undefined for a fiche that no extract holds. */
  fiche(rncp: string): FicheRncp | undefined;
  /** Fiches that this one replaced, and those that replaced it; sorted, symmetric. */
  anciens(rncp: string): readonly string[];
  nouveaux(rncp: string): readonly string[];
  /** Who says that a fiche has a predecessor or a successor. */
  source(rncp: string): SourceLien | undefined;
}

const NONE: readonly string[] = [];

/**
 * Reads the register: its fiches, the table of replacements that France compétences publishes beside them, and
 * the predecessor that Certif Info gives. One side alone often says a succession: both are read.
 */
export function readFiches(reference: ReferenceData): Fiches {
  const anciens = new Map<string, Set<string>>();
  const nouveaux = new Map<string, Set<string>>();
  const sources = new Map<string, SourceLien>();
  const link = (ancien: string | null, nouveau: string | null, source: SourceLien): void => {
    if (ancien === null || nouveau === null || ancien === nouveau) return;
    addTo(nouveaux, ancien, nouveau);
    addTo(anciens, nouveau, ancien);
    for (const code of [ancien, nouveau]) if (!sources.has(code)) sources.set(code, source);
  };
  const fiches = rulingByKey(reference.rncp_fiche, ({ code }) => code);
  for (const { vintage, rows } of fiches.values()) {
    const source = sourceOf('rncp_fiche', vintage);
    for (const row of rows) {
      for (const ancien of row.anciens) link(ancien, row.code, source);
      for (const nouveau of row.nouveaux) link(row.code, nouveau, source);
    }
  }
  for (const { vintage, rows } of rulingByKey(reference.rncp_remplacement, ({ code }) => code).values()) {
    const source = sourceOf('rncp_remplacement', vintage);
    for (const { code, ancien, nouveau } of rows) {
      link(ancien, code, source);
      link(code, nouveau, source);
    }
  }
  for (const { vintage, rows } of rulingByKey(reference.certif_info, ({ ci }) => ci).values()) {
    const source = sourceOf('certif_info', vintage);
    for (const { ancienRncp, rncp } of rows) link(ancienRncp, rncp, source);
  }
  const nouveauxDe = (rncp: string): readonly string[] =>
    nouveaux.has(rncp) ? sortedDistinct(nouveaux.get(rncp) ?? []) : NONE;
  return {
    codes: [...sources.keys()].sort(compareText),
    intitule: (rncp) => fiches.get(rncp)?.rows.find(({ intitule }) => intitule !== null)?.intitule ?? null,
    anciens: (rncp) => (anciens.has(rncp) ? sortedDistinct(anciens.get(rncp) ?? []) : NONE),
    nouveaux: nouveauxDe,
    fiche: (rncp) => {
      const row = fiches.get(rncp)?.rows[0];
      if (row === undefined) return undefined;
      const { code, intitule, actif, dateFinEnregistrement } = row;
      return { code, intitule, actif, dateFinEnregistrement, nouveaux: nouveauxDe(code) };
    },
    source: (rncp) => sources.get(rncp),
  };
}
