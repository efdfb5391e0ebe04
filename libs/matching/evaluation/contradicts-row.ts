import type { Certification } from '../concordance/certification.ts';
import type { Concordance } from '../concordance/concordance.ts';
import { canonicalLabel } from '../features/prepare-demande.ts';
import { canonicalText } from '../labels/fold.ts';
import { splitLabel } from '../labels/split-label.ts';
import { stem } from '../labels/stem.ts';
import type { IsoDate } from '../reference-data.ts';
import { formationOfRow } from './labelled-row.ts';
import { isSameName, readName } from './read-name.ts';
import { cfdsByCi, readEvidence, type EvidenceRow } from './row-evidence.ts';

/**
 * What in a row says that its truth is not its own: its codes lead elsewhere; the other rows of its CI bear another
 * code; or its label names the CI of another certification and not its own.
 */
export type PreuveContraire =
  | { readonly nature: 'ses codes mènent ailleurs'; readonly codes: readonly string[] }
  | { readonly nature: 'minoritaire dans son CI'; readonly codes: readonly string[] }
  | { readonly nature: 'nomme un autre CI'; readonly codes: readonly string[]; readonly intitule: string };

/** Least rows of a CI, and least share of them, for a majority to prove a truth wrong. */
const MAJORITY_ROWS = 3;
const MAJORITY = 2 / 3;

interface NamedCi {
  readonly intitule: string;
  /** What stands before the option or the speciality: the diploma. */
  readonly diplome: string;
  readonly mots: readonly string[];
  readonly codes: ReadonlySet<string>;
}

/**
 * Truths that their own row contradicts. Reads what the row carries beside its label and what the rows of the same
 * listing carry, never a candidate of the engine nor its score.
 */
export class RowContradictions {
  private readonly concordance: Concordance;
  private readonly rentree: IsoDate;
  private readonly parCi: ReadonlyMap<string, ReadonlyMap<string, number>>;
  private readonly parType = new Map<string, Map<string, NamedCi>>();

  /**
   * @param concordance the nomenclature of the year with the tables of links
   * @param rows rows of the listing whose truths may be read
   */
  constructor(concordance: Concordance, rentree: IsoDate, rows: readonly EvidenceRow[]) {
    this.concordance = concordance;
    this.rentree = rentree;
    this.parCi = cfdsByCi(rows);
    for (const row of rows) {
      const { ci, intitule } = readEvidence(row.note);
      const cfd = row.true_cfd.trim();
      if (ci.length === 1 && cfd !== '' && intitule !== null)
        this.addName(row.type_diplome_hint, intitule, cfd);
    }
  }

  /** The proof that the truth of a row is not its own, or null where nothing proves it. */
  of(row: EvidenceRow): PreuveContraire | null {
    const cfd = row.true_cfd.trim();
    const { ci, intitule } = readEvidence(row.note);
    const truth = this.concordance.get(`CFD:${cfd}`);
    if (truth === undefined || ci.length !== 1 || ci[0] === undefined) return null;
    return (
      this.ledElsewhere(row, ci[0], intitule, truth) ??
      this.outnumbered(ci[0], truth) ??
      (intitule === null ? null : this.namesAnother(row, intitule, truth))
    );
  }

  private addName(type: string, intitule: string, cfd: string): void {
    const names = this.parType.get(type) ?? new Map<string, NamedCi>();
    this.parType.set(type, names);
    const codes = new Set(names.get(intitule)?.codes).add(cfd);
    const diplome = diplomaOf(intitule);
    if (diplome !== null)
      names.set(intitule, { intitule, diplome, mots: wordsOf(intitule, this.rentree), codes });
  }

  /** Neither its CI nor its fiche leads to the truth, whose name is not that of the CI. */
  private ledElsewhere(
    row: EvidenceRow,
    ci: string,
    intitule: string | null,
    truth: Certification,
  ): PreuveContraire | null {
    const links = [...this.concordance.liens('CI', ci), ...this.concordance.liens('RNCP', row.true_rncp)];
    const codes = [...new Set(links.map(({ certification }) => certification.replace(/^CFD:/, '')))].sort();
    const open = codes.some((code) => this.concordance.ouverteALaRentree(`CFD:${code}`, this.rentree));
    if (!open || codes.some((code) => isSameDiploma(code, truth))) return null;
    return intitule !== null && this.isNamed(truth, intitule)
      ? null
      : { nature: 'ses codes mènent ailleurs', codes };
  }

  private isNamed(truth: Certification, intitule: string): boolean {
    const nom = readName(intitule, null, this.rentree);
    return truth.libelles.some(({ texte }) => isSameName(nom, readName(texte, null, this.rentree, true)));
  }

  private outnumbered(ci: string, truth: Certification): PreuveContraire | null {
    const tally = [...(this.parCi.get(ci) ?? [])];
    const total = tally.reduce((sum, [, rows]) => sum + rows, 0);
    const most = tally.find(([, rows]) => rows >= MAJORITY_ROWS && rows >= total * MAJORITY)?.[0];
    if (most === undefined || isSameDiploma(most, truth)) return null;
    return { nature: 'minoritaire dans son CI', codes: [most] };
  }

  /**
   * Two options or specialities of one diploma: the label holds every word of the other's name, and none of those that
   * only its own has.
   */
  private namesAnother(row: EvidenceRow, intitule: string, truth: Certification): PreuveContraire | null {
    const diplome = diplomaOf(intitule);
    if (diplome === null) return null;
    const own = wordsOf(intitule, this.rentree);
    const said = new Set(wordsOf(canonicalLabel(formationOfRow(row)), this.rentree));
    for (const other of this.parType.get(row.type_diplome_hint)?.values() ?? []) {
      const ownOnly = own.filter((mot) => !other.mots.includes(mot));
      if (other.diplome !== diplome || ownOnly.length === 0) continue;
      if (ownOnly.some((mot) => said.has(mot)) || !other.mots.every((mot) => said.has(mot))) continue;
      const codes = [...other.codes].sort();
      if (codes.some((code) => isSameDiploma(code, truth))) continue;
      return { nature: 'nomme un autre CI', codes, intitule: other.intitule };
    }
    return null;
  }
}

const OPTION = /^(.*?)\b(?:options?|specialites?)\b/;

/** The name of the diploma of which a name says the option or the speciality; null where it says none. */
function diplomaOf(intitule: string): string | null {
  return OPTION.exec(canonicalText(intitule))?.[1] ?? null;
}

/** The same code, or one that it replaced, that replaced it or that is it under another number. */
function isSameDiploma(
  cfd: string,
  { cfd: own, anciens, nouveaux, renumerotations }: Certification,
): boolean {
  return cfd === own || [anciens, nouveaux, renumerotations].some((codes) => codes.includes(cfd));
}

/** Stems of every word of a text, wherever it stands, and its option letter. */
function wordsOf(text: string, rentree: IsoDate): string[] {
  const { mots, option } = splitLabel(canonicalText(text), rentree, false);
  const words = mots.map(({ texte }) => stem(texte));
  return option.lettre === null ? words : [...words, `option ${option.lettre}`];
}
