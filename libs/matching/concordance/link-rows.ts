import type { CodeCertification } from '../match-result.ts';
import type {
  CatalogueApprentissageRecord,
  CertifInfoRecord,
  IdeoRecord,
  KitRecord,
  PassageRecord,
  ReferenceTable,
  Vintage,
} from '../reference-data.ts';
import { readCleMe } from '../codes/cle-me.ts';
import type { LienConcordance, NatureLien, SourceLien, TypeNoeud } from './links.ts';

/** A code whose record names a fiche of the national register and no certification that the tables know. */
export interface RenvoiRncp extends SourceLien {
  readonly type: TypeNoeud;
  readonly code: string;
  readonly rncp: string;
}

/** What a record says: edges, and codes that only a fiche can lead on. */
export type Dit = LienConcordance | RenvoiRncp;

export const estRenvoi = (dit: Dit): dit is RenvoiRncp => 'rncp' in dit;

/** Which CFD the tables know. */
type Exists = (cfd: string) => boolean;
type Dates = Pick<LienConcordance, 'dateOuverture' | 'dateFermeture'>;
type Base = SourceLien & Dates;
type Codes = Readonly<Partial<Record<TypeNoeud, string | null>>>;

const SANS_DATE: Dates = { dateOuverture: null, dateFermeture: null };

/** The snapshot that rows come from, as their edges quote it. */
export function sourceOf(source: ReferenceTable, vintage: Vintage<unknown> | undefined): SourceLien {
  return { source, millesime: vintage?.millesime ?? '', instantane: vintage?.sha256 ?? null };
}

/**
 * The edges of one Certif Info row. Its "ancien" columns describe one predecessor: the RNCP and CI of it name
 * the CFD of it; where that CFD is not given or unknown, they lead to the row's own CFD as to a successor.
 */
export function* linksOfCertifInfo(
  row: CertifInfoRecord,
  source: SourceLien,
  exists: Exists,
): Generator<Dit> {
  const base = { ...source, dateOuverture: null, dateFermeture: endOf(row.derniereSession) };
  const cfd = known(row.cfd, exists);
  yield* codesTo(cfd, row.rncp, { CI: row.ci, RNCP: row.rncp, IDEO: row.ideo }, base);
  const anciens = {
    CI: row.ancienCi === row.ci ? null : row.ancienCi,
    RNCP: row.ancienRncp === row.rncp ? null : row.ancienRncp,
  };
  const ancienCfd = known(row.ancienCfd, exists);
  if (ancienCfd !== null) yield* edges(ancienCfd, 'predecesseur', anciens, base);
  else if (cfd !== null) yield* edges(cfd, 'successeur', anciens, base);
}

/** The edges of one row of the passage table. */
export function* linksOfPassage(row: PassageRecord, source: SourceLien, exists: Exists): Generator<Dit> {
  const codes = { CI: row.ci, RNCP: row.rncp, IDEO: row.ideo };
  yield* codesTo(known(row.cfd, exists), row.rncp, codes, { ...source, ...SANS_DATE });
}

/** The edge of one row of the kit apprentissage; it lasts as long as the fiche is registered. */
export function* linksOfKit(row: KitRecord, source: SourceLien, exists: Exists): Generator<Dit> {
  const base = { ...source, dateOuverture: null, dateFermeture: row.dateEcheance };
  yield* codesTo(known(row.cfd, exists), null, { RNCP: row.rncp }, base);
}

/** The edges of one formation of Onisep. */
export function* linksOfIdeo(row: IdeoRecord, source: SourceLien, exists: Exists): Generator<Dit> {
  const base = {
    ...source,
    dateOuverture: row.premiereSession === null ? null : `${row.premiereSession}-01-01`,
    dateFermeture: endOf(row.derniereSession),
  };
  yield* codesTo(known(row.cfd, exists), row.rncp, { IDEO: row.ideo, RNCP: row.rncp }, base);
}

/**
 * The edges of one formation of the catalogue de l'apprentissage. Its key is known with the suffix of its site
 * and without: every site of a training prepares the same certification. Its fiche and its CI are evidence of a
 * CFD like any other.
 */
export function* linksOfCatalogue(
  row: CatalogueApprentissageRecord,
  source: SourceLien,
  exists: Exists,
): Generator<Dit> {
  const base = { ...source, ...SANS_DATE };
  const cfd = known(row.codes.cfd, exists);
  yield* codesTo(cfd, row.rncp, { CLE_ME: row.cleMe }, base);
  const racine = readCleMe(row.cleMe)?.racine ?? null;
  if (racine !== row.cleMe) yield* codesTo(cfd, row.rncp, { CLE_ME: racine }, base);
  yield* codesTo(cfd, null, { RNCP: row.rncp, CI: row.ci }, base);
}

/** Edges where the CFD is known; else the fiche is what may lead on. */
function* codesTo(
  cfd: CodeCertification | null,
  rncp: string | null,
  codes: Codes,
  base: Base,
): Generator<Dit> {
  if (cfd !== null) yield* edges(cfd, 'direct', codes, base);
  else if (rncp !== null) {
    const { source, millesime, instantane } = base;
    for (const [type, code] of named(codes)) {
      if (type !== 'RNCP') yield { type, code, rncp, source, millesime, instantane };
    }
  }
}

function* edges(
  certification: CodeCertification,
  nature: NatureLien,
  codes: Codes,
  base: Base,
): Generator<LienConcordance> {
  for (const [type, code] of named(codes)) yield { type, code, certification, nature, ...base };
}

function* named(codes: Codes): Generator<[TypeNoeud, string]> {
  for (const [type, code] of Object.entries(codes) as [TypeNoeud, string | null][]) {
    if (code !== null) yield [type, code];
  }
}

function known(cfd: string | null, exists: Exists): CodeCertification | null {
  return cfd !== null && exists(cfd) ? `CFD:${cfd}` : null;
}

function endOf(session: number | null): string | null {
  return session === null ? null : `${session}-12-31`;
}
