import type { CodeCertification } from '../match-result.ts';
import type { CertifInfoRecord, IsoDate, ReferenceTable } from '../reference-data.ts';
import type { Voie } from '../formation.ts';
import { compareText } from './vintages.ts';

/** Families of codes that lead to a certification. */
export type TypeNoeud = 'MEF' | 'MEFSTAT11' | 'SISE' | 'RNCP' | 'IDEO' | 'CI' | 'CLE_ME';

/**
 * `direct`: the code names this certification. `indirect`: the record of the code names no certification but a
 * fiche of the national register, which does. `predecesseur`: a newer record says that the code and this
 * certification are those of its predecessor, or the fiche's predecessor is the one that names it; the two
 * columns are sometimes those of different predecessors, so it counts only where no direct edge does.
 * `successeur`: the code is that of a predecessor without a certification in the tables, and this one took its
 * place.
 */
export type NatureLien = 'direct' | 'indirect' | 'predecesseur' | 'successeur';

/** The natures, the most trusted first. */
const NATURES: readonly NatureLien[] = ['direct', 'indirect', 'predecesseur', 'successeur'];

/** Who says an edge: the table, and which snapshot of it. */
export interface SourceLien {
  readonly source: ReferenceTable;
  /** Vintage of the snapshot, '' where its table dates none. */
  readonly millesime: string;
  /** SHA-256 of the snapshot, or null for rows that come from none. */
  readonly instantane: string | null;
}

/** An edge of the graph: a code, the certification it leads to, and who says so. */
export interface LienConcordance extends SourceLien {
  readonly type: TypeNoeud;
  readonly code: string;
  readonly certification: CodeCertification;
  readonly nature: NatureLien;
  /** Validity of the edge in its source; null where the source gives no date. */
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
  /** Of a MEF: its MEFSTAT11. */
  readonly mefstat11?: string | null;
}

const NONE: readonly LienConcordance[] = [];

/** The edges by code, each (code, certification) once: the most trusted, then the first to be said. */
export class LinkIndex {
  private readonly byCode = new Map<string, LienConcordance[]>();

  add(lien: LienConcordance): void {
    const key = `${lien.type} ${lien.code}`;
    const known = this.byCode.get(key);
    if (known === undefined) {
      this.byCode.set(key, [lien]);
      return;
    }
    const at = known.findIndex(({ certification }) => certification === lien.certification);
    if (at === -1) known.push(lien);
    else if (rank(lien) < rank(known[at])) known[at] = lien;
  }

  /** Edges of a code, sorted by certification. */
  of(type: TypeNoeud, code: string): readonly LienConcordance[] {
    return this.byCode.get(`${type} ${code}`) ?? NONE;
  }

  /** The most trusted edges of a code, sorted by certification. */
  best(type: TypeNoeud, code: string): readonly LienConcordance[] {
    const liens = this.of(type, code);
    const nature = NATURES.find((candidate) => liens.some((lien) => lien.nature === candidate));
    return liens.filter((lien) => lien.nature === nature);
  }

  /** The certifications of those edges. */
  certifications(type: TypeNoeud, code: string): readonly CodeCertification[] {
    return this.best(type, code).map(({ certification }) => certification);
  }

  /** Puts every list in its fixed order; to be called once all the edges are in. */
  sort(): void {
    for (const liens of this.byCode.values()) {
      if (liens.length > 1) liens.sort((left, right) => compareText(left.certification, right.certification));
    }
  }

  *all(): Generator<LienConcordance> {
    for (const liens of this.byCode.values()) yield* liens;
  }
}

function rank(lien: LienConcordance | undefined): number {
  return lien === undefined ? NATURES.length : NATURES.indexOf(lien.nature);
}

/** What Certif Info says of the routes that lead to a CFD: true once one row says yes, false when all say no. */
export class RouteAccess {
  private readonly known = new Map<string, boolean | null>();

  add(row: CertifInfoRecord): void {
    if (row.cfd === null) return;
    this.note(`scolaire ${row.cfd}`, row.accessibleScolaire);
    this.note(`apprentissage ${row.cfd}`, row.accessibleApprentissage);
  }

  of(cfd: string, voie: Voie): boolean | null {
    return this.known.get(`${voie} ${cfd}`) ?? null;
  }

  private note(key: string, value: boolean | null): void {
    const before = this.known.get(key);
    if (before === undefined) this.known.set(key, value);
    else if (value === true || (value === null && before === false)) this.known.set(key, value);
  }
}
