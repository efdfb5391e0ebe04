import type { ReferenceData } from '../reference-data.ts';
import type { LibelleCertification } from './certification.ts';
import type { Fiches } from './fiches.ts';
import type { LinkIndex } from './links.ts';
import { rowsByKey } from './vintages.ts';

/** What registers other than the BCN call the diplomas, by CFD, in the order of the registers. */
export type Aliases = ReadonlyMap<string, readonly LibelleCertification[]>;

/**
 * Reads the labels that Certif Info, the national register and Onisep give to the diplomas. A title of the
 * register is a name only where its fiche leads to one diploma: that of a fiche shared by several (a mention of
 * licence, the two codes of a renovated diploma) would answer for each of them alike.
 */
export function readAliases(reference: ReferenceData, links: LinkIndex, fiches: Fiches): Aliases {
  const byCfd = new Map<string, LibelleCertification[]>();
  const add = (cfd: string | null, texte: string | null, origine: LibelleCertification['origine']): void => {
    if (cfd === null || texte === null) return;
    const known = byCfd.get(cfd);
    if (known === undefined) byCfd.set(cfd, [{ texte, origine }]);
    else known.push({ texte, origine });
  };
  for (const rows of rowsByKey(reference.certif_info, ({ ci }) => ci).values()) {
    for (const { cfd, libelle } of rows) add(cfd, libelle, 'CERTIF_INFO');
  }
  for (const { code, certification, nature, type } of links.all()) {
    if (type !== 'RNCP' || nature !== 'direct' || links.best('RNCP', code).length > 1) continue;
    add(certification.slice('CFD:'.length), fiches.intitule(code), 'RNCP');
  }
  for (const rows of rowsByKey(reference.kit_apprentissage, ({ cfd }) => cfd).values()) {
    for (const { cfd, rncp, libelleRncp } of rows) {
      if (rncp !== null && links.best('RNCP', rncp).length === 1) add(cfd, libelleRncp, 'RNCP');
    }
  }
  for (const table of [reference.ideo_fiche, reference.ideo_formation_initiale]) {
    for (const rows of rowsByKey(table, ({ ideo, libelle }) => ideo ?? libelle).values()) {
      for (const { cfd, libelle } of rows) add(cfd, libelle, 'IDEO');
    }
  }
  return byCfd;
}
