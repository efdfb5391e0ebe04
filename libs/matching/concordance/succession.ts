import type { IsoDate } from '../reference-data.ts';
import type { Continuity } from './continuity.ts';
import type { Diplome } from './diplomes.ts';
import { rentreePreparee, situationAt, type Situation, type Validite } from './opening.ts';
import { sortedDistinct } from './vintages.ts';

/** Which diploma rules at a rentrée. */
export interface Succession {
  situation(cfd: string, rentree: IsoDate): Situation;
  /** Open diplomas reached by following successors, or predecessors, through those that are not open; sorted. */
  ouverts(cfd: string, side: 'anciens' | 'nouveaux', rentree: IsoDate): readonly string[];
}

/**
 * Follows successions at a date. A code that the newest tables have dropped stays open, by its own dates, up
 * to the rentrée that its last vintage prepared, and the number that replaced it begins at the next one: a
 * campaign finds the number that was in force when it was built.
 */
export function followSuccessions(
  diplomes: ReadonlyMap<string, Diplome>,
  continuity: Continuity,
): Succession {
  const validites = new Map<string, Validite>();
  for (const diplome of diplomes.values())
    validites.set(diplome.cfd, effectiveValidite(diplome, diplomes, continuity));
  const situation = (cfd: string, rentree: IsoDate): Situation => {
    const validite = validites.get(cfd);
    return validite === undefined ? 'fermee' : situationAt(validite, rentree);
  };
  return {
    situation,
    ouverts: (cfd, side, rentree) => {
      const visited = new Set([cfd]);
      const open: string[] = [];
      const queue = [...continuity.renumerotations(cfd), ...continuity[side](cfd)];
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (visited.has(next)) continue;
        visited.add(next);
        if (situation(next, rentree) === 'ouverte') open.push(next);
        else queue.push(...continuity.renumerotations(next), ...continuity[side](next));
      }
      return sortedDistinct(open);
    },
  };
}

function effectiveValidite(
  diplome: Diplome,
  diplomes: ReadonlyMap<string, Diplome>,
  continuity: Continuity,
): Validite {
  const { dateOuverture, dateFermeture } = diplome.row;
  const lastRentree = lastRentreeListed(diplome);
  const fermeture =
    lastRentree === null ? dateFermeture : earliest(dateFermeture, `${lastRentree + 1}-08-31`);
  let ouverture = dateOuverture;
  if (diplome.presence === 'courante') {
    for (const number of continuity.renumerotations(diplome.cfd)) {
      const former = diplomes.get(number);
      const last = former === undefined ? null : lastRentreeListed(former);
      if (last !== null) ouverture = latest(ouverture, `${last + 1}-09-01`);
    }
  }
  return { ouverture, fermeture };
}

/** The last rentrée that a deleted code was listed for; null for a listed code or an undated vintage. */
function lastRentreeListed(diplome: Diplome): number | null {
  return diplome.presence === 'ancienne' ? rentreePreparee(diplome.dernierMillesime) : null;
}

function earliest(left: IsoDate | null, right: IsoDate): IsoDate {
  return left !== null && left < right ? left : right;
}

function latest(left: IsoDate | null, right: IsoDate): IsoDate {
  return left !== null && left > right ? left : right;
}
