import type { Concordance } from '../concordance/concordance.ts';
import type { CodeCertification, CodeResolution, Contribution } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';

/** What each kind of code is called in front of a steward. */
const NOMS: Readonly<Record<CodeResolution['typeCertification'], string>> = {
  CODECFD: 'CFD',
  CODEMEF: 'MEF',
  CODEMEFSTAT11: 'MEFSTAT11',
  CODESISE: 'SISE',
  ID_RCO: 'clé ministères éducatifs',
  LISTE_RNCP: '',
  LISTE_IDEO: 'Idéo',
};

const MAX_NAMED = 3;

/**
 * What the codes of a row say of the certification that was chosen, in at most three lines: those that lead to it,
 * those that lead elsewhere, those that no reference knows.
 * @param parLesCodes what they changed in the confidence, in log-odds; carried by the line that decided.
 */
export function explainCodes(
  resolutions: readonly CodeResolution[],
  choisi: CodeCertification,
  { concordance, rentree, parLesCodes }: { concordance: Concordance; rentree: IsoDate; parLesCodes: number },
): Contribution[] {
  const leadsThere = (resolution: CodeResolution): boolean =>
    resolution.certifications.some(
      (code) => code === choisi || concordance.enVigueur(code, rentree) === choisi,
    );
  const unknown = resolutions.filter(({ certifications }) => certifications.length === 0);
  const known = resolutions.filter(({ certifications }) => certifications.length > 0);
  const confirming = known.filter(leadsThere);
  const denying = known.filter((resolution) => !leadsThere(resolution));
  const lines: Contribution[] = [];
  if (confirming.length > 0) {
    const shared = confirming.some(({ certifications }) => certifications.length > 1);
    lines.push({
      critere: 'code',
      detail: `+ ${named(confirming)} : désigne ${shared ? 'entre autres ' : ''}cette certification`,
      contribution: rounded(Math.max(0, parLesCodes)),
    });
  }
  if (denying.length > 0) {
    const elsewhere = denying[0]?.certifications[0];
    lines.push({
      critere: 'code contraire',
      detail: `− ${named(denying)} : désigne une autre certification${elsewhere === undefined ? '' : ` (${elsewhere})`}`,
      contribution: rounded(Math.min(0, parLesCodes)),
    });
  }
  if (unknown.length > 0) {
    lines.push({
      critere: 'code inconnu',
      detail: `− ${named(unknown)} : inconnu des référentiels`,
      contribution: 0,
    });
  }
  return lines;
}

function named(resolutions: readonly CodeResolution[]): string {
  const names = resolutions.map(({ typeCertification, valeur }) =>
    `${NOMS[typeCertification]} ${valeur}`.trim(),
  );
  const shown = names.slice(0, MAX_NAMED).join(', ');
  return names.length > MAX_NAMED ? `${shown} et ${String(names.length - MAX_NAMED)} autre(s)` : shown;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
