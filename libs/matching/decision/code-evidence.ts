import type { Concordance } from '../concordance/concordance.ts';
import type { CodeCertification, CodeResolution } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';

/** What the codes of a row say together. */
export interface CodeEvidence {
  readonly resolutions: readonly CodeResolution[];
  /** Certifications that every known code of the row can mean, in force at the rentrée, best first. */
  readonly communes: readonly CodeCertification[];
  /** Two known codes of the row share no certification. */
  readonly contradictoires: boolean;
  readonly perime: boolean;
  readonly inconnu: boolean;
}

/** Reads the codes of a row together. */
export function readCodes(
  resolutions: readonly CodeResolution[],
  concordance: Concordance,
  rentree: IsoDate,
): CodeEvidence {
  const known = resolutions.filter((resolution) => resolution.certifications.length > 0);
  let communes: readonly CodeCertification[] = [];
  let contradictoires = false;
  known.forEach((resolution, i) => {
    const inForce = [
      ...new Set(resolution.certifications.map((code) => concordance.enVigueur(code, rentree))),
    ];
    if (i === 0) communes = inForce;
    else {
      const shared = communes.filter((code) => inForce.includes(code));
      if (shared.length === 0) contradictoires = true;
      communes = shared;
    }
  });
  return {
    resolutions,
    communes,
    contradictoires,
    perime: resolutions.some(({ controle }) => controle === 'périmé' || controle === 'mis à jour'),
    inconnu: resolutions.some(({ validite }) => validite === 'Non valide - Code inconnu'),
  };
}
