import type { Certification } from '../concordance/certification.ts';
import type { Concordance } from '../concordance/concordance.ts';
import { premiereAnneeA } from '../concordance/first-year.ts';
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

/** When and for which year of the course the codes of a row are read. */
export interface Entree {
  readonly rentree: IsoDate;
  /** The formation is for those who are in the course already. */
  readonly anneeUlterieure: boolean;
}

/**
 * Reads the codes of a row together. A code whose first year nobody enters any more stands for the only diploma
 * that replaces it.
 */
export function readCodes(
  resolutions: readonly CodeResolution[],
  concordance: Concordance,
  { rentree, anneeUlterieure }: Entree,
): CodeEvidence {
  const replaced = new Set<CodeCertification>();
  const entered = (code: CodeCertification, dispositif: string | null): CodeCertification => {
    const inForce = concordance.enVigueur(code, rentree);
    if (anneeUlterieure || !closedToEntry(concordance.get(inForce), dispositif, rentree)) return inForce;
    const [successor, other] = concordance.get(inForce)?.nouveaux ?? [];
    if (successor === undefined || other !== undefined) return inForce;
    if (!concordance.ouverteALaRentree(`CFD:${successor}`, rentree)) return inForce;
    replaced.add(inForce);
    return `CFD:${successor}`;
  };
  const known = resolutions.filter((resolution) => resolution.certifications.length > 0);
  let communes: readonly CodeCertification[] = [];
  let contradictoires = false;
  known.forEach((resolution, i) => {
    const dispositif = dispositifOf(resolution);
    const inForce = [...new Set(resolution.certifications.map((code) => entered(code, dispositif)))];
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
    perime:
      replaced.size > 0 ||
      resolutions.some(({ controle }) => controle === 'périmé' || controle === 'mis à jour'),
    inconnu: resolutions.some(({ validite }) => validite === 'Non valide - Code inconnu'),
  };
}

/** The dispositif that a MEF names with its first three digits; null for the other codes. */
function dispositifOf({ typeCertification, valeur }: CodeResolution): string | null {
  return typeCertification === 'CODEMEF' ? valeur.trim().slice(0, 3) : null;
}

/** Whether nobody enters the first year any more: of the dispositif named, or of all where none is. */
function closedToEntry(
  certification: Certification | undefined,
  dispositif: string | null,
  rentree: IsoDate,
): boolean {
  const all = certification?.premieresAnnees ?? [];
  const own = all.filter((annee) => annee.dispositif === dispositif);
  return premiereAnneeA(own.length > 0 ? own : all, rentree) === 'fermee';
}
