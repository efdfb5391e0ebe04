import type { ReferenceData, SiseRecord } from '../reference-data.ts';
import type { Diplome } from './diplomes.ts';
import { sourceOf } from './link-rows.ts';
import type { LienConcordance, SourceLien } from './links.ts';
import { addTo, compareText, newestFirst, rowsByKey, rulingByKey, sortedDistinct } from './vintages.ts';

/** SISE diplomas and the CFD that cover them. */
export interface SiseIndex {
  /** Every SISE diploma of the tables, sorted by code. */
  readonly rows: ReadonlyMap<string, SiseRecord>;
  /** Codes that the newest vintage of N_DIPLOME_SISE lists. */
  readonly courants: ReadonlySet<string>;
  /** CFD of a SISE code, sorted. */
  cfdOf(sise: string): readonly string[];
  /** SISE codes of a CFD, sorted. */
  siseOf(cfd: string): readonly string[];
  /** The edges from SISE codes: to the CFD that cover them, else to the SISE diploma itself. */
  liens(): Iterable<LienConcordance>;
  /** Label of the code's type: "LICENCE PROFESSIONNELLE". */
  famille(type: string | null): string | null;
  /** Level of the national framework that the type's label says, or null. */
  niveauQualification(type: string | null): number | null;
}

/**
 * Levels by what the label of the SISE type says, first that holds. Origin: N_TYPE_DIPLOME_SISE of 2020 read
 * against the national framework (licence 6, master and ingénieur 7, doctorat 8); types that span several
 * levels or none (certificats, préparations) have none.
 */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/BAC ?\+ ?6|PREPARATION|PREP |CERTIF|CONCOURS|CAPACITE|ANNEE|DISPOSITIF|1ERE/, 0],
  [/DOCTORA|DE DOCTEUR|HABILITATION A DIRIGER/, 8],
  [
    /BAC ?\+ ?5|GRADE (?:DE )?MASTER|MASTER|INGENIEUR|\bDEA\b|\(DESS\)|SUPERIEURES SPECIALISEES|SUPERIEUR ETUDES COMPT|\bSUP COMPT/,
    7,
  ],
  [
    /BAC ?\+ ?[34]|GRADE (?:DE )?LICENCE|LICENCE|^LIC |^MAIT|\bMST\b|COMPTABILITE ET DE GESTION|SPECIAL \(DNTS\)/,
    6,
  ],
  [/BAC ?\+ ?2|\bDUT\b|\bDEUS?[TGP]\b/, 5],
  [/BAC$/, 4],
];

export function indexSise(reference: ReferenceData, diplomes: ReadonlyMap<string, Diplome>): SiseIndex {
  const rows = new Map<string, SiseRecord>();
  const merged = rulingByKey(reference.n_diplome_sise, (row) => row.sise);
  for (const sise of [...merged.keys()].sort(compareText)) {
    const row = merged.get(sise)?.rows[0];
    if (row !== undefined) rows.set(sise, row);
  }
  const cfdBySise = new Map<string, Set<string>>();
  const siseByCfd = new Map<string, Set<string>>();
  const link = (cfd: string, sise: string): void => {
    addTo(cfdBySise, sise, cfd);
    addTo(siseByCfd, cfd, sise);
  };
  const enquete = new Set<string>();
  for (const diplome of diplomes.values()) {
    const sise = diplome.rows.find((row) => row.sise !== null)?.sise;
    if (sise === undefined || sise === null) continue;
    enquete.add(diplome.cfd);
    link(diplome.cfd, sise);
  }
  const extraits = rulingByKey(reference.cfd_sise, (row) => row.cfd);
  for (const [cfd, { rows: extracts }] of extraits) {
    // The Enquête 51 itself, when it speaks, rules over an older extract of it.
    if (enquete.has(cfd) || !diplomes.has(cfd)) continue;
    for (const { sise } of extracts) link(cfd, sise);
  }
  const surveys = rulingByKey(reference.enquete_51, (row) => row.cfd);
  const sourceOfCfd = (cfd: string): SourceLien => {
    const [table, rulings] = enquete.has(cfd)
      ? (['enquete_51', surveys] as const)
      : (['cfd_sise', extraits] as const);
    return sourceOf(table, rulings.get(cfd)?.vintage);
  };
  const sourceOfSise = (sise: string): SourceLien => sourceOf('n_diplome_sise', merged.get(sise)?.vintage);
  const types = rowsByKey(reference.n_type_diplome_sise, (row) => row.typeDiplome);
  const famille = (type: string | null): string | null =>
    type === null ? null : (types.get(type)?.[0]?.libelle ?? null);
  return {
    rows,
    courants: new Set(newestFirst(reference.n_diplome_sise)[0]?.rows.map(({ sise }) => sise) ?? []),
    cfdOf: (sise) => sortedDistinct(cfdBySise.get(sise) ?? []),
    siseOf: (cfd) => sortedDistinct(siseByCfd.get(cfd) ?? []),
    liens: () => liensOf(rows, cfdBySise, sourceOfCfd, sourceOfSise),
    famille,
    niveauQualification: (type) => {
      const label = famille(type);
      const level = label === null ? 0 : (LEVELS.find(([pattern]) => pattern.test(label))?.[1] ?? 0);
      return level === 0 ? null : level;
    },
  };
}

function* liensOf(
  rows: ReadonlyMap<string, SiseRecord>,
  cfdBySise: ReadonlyMap<string, ReadonlySet<string>>,
  sourceOfCfd: (cfd: string) => SourceLien,
  sourceOfSise: (sise: string) => SourceLien,
): Generator<LienConcordance> {
  for (const sise of sortedDistinct([...rows.keys(), ...cfdBySise.keys()])) {
    const row = rows.get(sise);
    const dates = { dateOuverture: row?.dateOuverture ?? null, dateFermeture: row?.dateFermeture ?? null };
    const base = { type: 'SISE' as const, code: sise, nature: 'direct' as const, ...dates };
    const cfds = sortedDistinct(cfdBySise.get(sise) ?? []);
    for (const cfd of cfds) yield { ...base, certification: `CFD:${cfd}`, ...sourceOfCfd(cfd) };
    if (cfds.length === 0) yield { ...base, certification: `SISE:${sise}`, ...sourceOfSise(sise) };
  }
}
