import type { Certification } from '#matching';

/** A certification as the back office shows it. */
export interface CertificationView {
  readonly id: string;
  readonly code: string;
  readonly cfd: string | null;
  readonly sise: string | null;
  readonly libelle: string;
  readonly famille: string | null;
  readonly niveau: string | null;
  readonly niveauQualification: number | null;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  readonly rncp: readonly string[];
  readonly ideo: readonly string[];
  readonly ci: readonly string[];
  readonly mefstat11: readonly string[];
  readonly anciens: readonly string[];
  readonly nouveaux: readonly string[];
}

export function presentCertification(certification: Certification): CertificationView {
  const { code, mefstat11Terminaux } = certification;
  return {
    id: code,
    code,
    cfd: certification.cfd,
    sise: certification.sise,
    libelle: certification.libelle,
    famille: certification.famille,
    niveau: certification.niveau,
    niveauQualification: certification.niveauQualification,
    dateOuverture: certification.dateOuverture,
    dateFermeture: certification.dateFermeture,
    premiereSession: certification.premiereSession,
    derniereSession: certification.derniereSession,
    rncp: certification.rncp,
    ideo: certification.ideo,
    ci: certification.ci,
    mefstat11: mefstat11Terminaux,
    anciens: certification.anciens,
    nouveaux: certification.nouveaux,
  };
}
