import type { ReferenceData } from '../reference-data.ts';
import type { Fiches } from './fiches.ts';
import {
  estRenvoi,
  linksOfCatalogue,
  linksOfCertifInfo,
  linksOfIdeo,
  linksOfKit,
  linksOfPassage,
  sourceOf,
  type Dit,
  type RenvoiRncp,
} from './link-rows.ts';
import { LinkIndex, type LienConcordance, type NatureLien, type SourceLien } from './links.ts';
import type { MefIndex } from './mef-index.ts';
import type { SiseIndex } from './sise.ts';
import { rulingByKey, rulingsWithUndated, type Ruling } from './vintages.ts';

export interface LinkParts {
  readonly mefs: MefIndex;
  readonly sise: SiseIndex;
  readonly fiches: Fiches;
  readonly exists: (cfd: string) => boolean;
}

/**
 * Every edge from a code to a certification (domain.md §3). Each table says its own; where two disagree, both
 * edges stay. A key that a newer vintage dropped keeps the edges of the older one. Only then are followed the
 * fiches that no table leads anywhere, through those that replaced them or that they replaced, and the codes
 * that only name a fiche.
 */
export function buildLinks(reference: ReferenceData, parts: LinkParts): LinkIndex {
  const links = new LinkIndex();
  const renvois: RenvoiRncp[] = [];
  for (const lien of linksOfMef(parts)) links.add(lien);
  for (const dit of said(reference, parts.exists)) {
    if (estRenvoi(dit)) renvois.push(dit);
    else links.add(dit);
  }
  for (const lien of parts.sise.liens()) links.add(lien);
  for (const lien of [...linksOfSuccession(parts.fiches, links)]) links.add(lien);
  for (const renvoi of renvois) for (const lien of followed(renvoi, links)) links.add(lien);
  links.sort();
  return links;
}

function* linksOfMef({ mefs, exists }: LinkParts): Generator<LienConcordance> {
  for (const mef of mefs.all()) {
    if (!exists(mef.cfd)) continue;
    const base = {
      certification: `CFD:${mef.cfd}` as const,
      ...sourceOf('n_mef', mefs.vintageOf(mef.mef)),
      nature: 'direct' as const,
      dateOuverture: mef.dateOuverture,
      dateFermeture: mef.dateFermeture,
      mefstat11: mef.mefstat11,
    };
    yield { type: 'MEF', code: mef.mef, ...base };
    if (mef.mefstat11 !== null) yield { type: 'MEFSTAT11', code: mef.mefstat11, ...base };
  }
}

/** What the tables of links say, the most trusted table first. */
function* said(reference: ReferenceData, exists: (cfd: string) => boolean): Generator<Dit> {
  const each = function* <Row>(
    rulings: Iterable<Ruling<Row>>,
    table: SourceLien['source'],
    read: (row: Row, source: SourceLien, exists: (cfd: string) => boolean) => Iterable<Dit>,
  ): Generator<Dit> {
    for (const { vintage, rows } of rulings) {
      const source = sourceOf(table, vintage);
      for (const row of rows) yield* read(row, source, exists);
    }
  };
  yield* each(rulingByKey(reference.certif_info, ({ ci }) => ci).values(), 'certif_info', linksOfCertifInfo);
  yield* each(
    rulingByKey(reference.onisep_passage, ({ ci }) => ci).values(),
    'onisep_passage',
    linksOfPassage,
  );
  // The fiche is the key: a kit replaces what an older one said of a fiche, and lists no more those that expired. Two
  // kits without a date both count.
  yield* each(
    rulingsWithUndated(
      reference.kit_apprentissage,
      ({ rncp }) => rncp,
      ({ cfd }) => cfd,
    ),
    'kit_apprentissage',
    linksOfKit,
  );
  yield* each(
    rulingByKey(reference.ideo_fiche, ({ ideo, rncp }) => ideo ?? rncp).values(),
    'ideo_fiche',
    linksOfIdeo,
  );
  yield* each(
    rulingByKey(reference.ideo_formation_initiale, ({ ideo, rncp }) => ideo ?? rncp).values(),
    'ideo_formation_initiale',
    linksOfIdeo,
  );
  yield* each(
    rulingByKey(reference.catalogue_apprentissage, ({ cleMe }) => cleMe).values(),
    'catalogue_apprentissage',
    linksOfCatalogue,
  );
}

/**
 * Edges of the fiches that have none of their own: to the certifications of the fiches that replaced them, nearest
 * first; failing those, of the fiches that they replaced.
 */
function* linksOfSuccession(fiches: Fiches, links: LinkIndex): Generator<LienConcordance> {
  for (const rncp of fiches.codes) {
    const source = fiches.source(rncp);
    if (source === undefined || links.of('RNCP', rncp).length > 0) continue;
    const after = reached(rncp, (code) => fiches.nouveaux(code), links);
    const nature: NatureLien = after.length > 0 ? 'successeur' : 'predecesseur';
    const found = after.length > 0 ? after : reached(rncp, (code) => fiches.anciens(code), links);
    for (const lien of found) yield { ...lien, ...source, type: 'RNCP', code: rncp, nature };
  }
}

/** Edges of the nearest fiches that have some, following one side through those that have none. */
function reached(
  rncp: string,
  next: (rncp: string) => readonly string[],
  links: LinkIndex,
): readonly LienConcordance[] {
  const visited = new Set([rncp]);
  const found: LienConcordance[] = [];
  const queue = [...next(rncp)];
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    if (visited.has(code)) continue;
    visited.add(code);
    const liens = links.best('RNCP', code);
    if (liens.length > 0) found.push(...liens);
    else queue.push(...next(code));
  }
  return found;
}

/** The edges that a code has through the fiche that its record names. */
function followed({ type, code, rncp, ...source }: RenvoiRncp, links: LinkIndex): LienConcordance[] {
  return links.best('RNCP', rncp).map((lien) => ({
    ...lien,
    ...source,
    type,
    code,
    nature: lien.nature === 'direct' ? 'indirect' : lien.nature,
  }));
}
