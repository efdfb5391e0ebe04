import type { Certification, CodeCertification, Concordance, LienConcordance, TypeNoeud } from '#matching';

/** A certification of the graph, `rang` generations away: negative for predecessors, positive for successors. */
export interface NoeudCertification {
  readonly code: CodeCertification;
  readonly libelle: string;
  readonly rang: number;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
}

/** A succession: `vers` took the place of `de`. */
export interface Succession {
  readonly de: CodeCertification;
  readonly vers: CodeCertification;
}

/** A code that leads to the certification, who says so, and what else that code leads to. */
export interface CodeRelie {
  readonly type: TypeNoeud;
  readonly code: string;
  readonly source: string | null;
  readonly nature: LienConcordance['nature'];
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
  readonly autres: readonly CodeCertification[];
}

export interface GrapheCertification {
  readonly centre: CodeCertification;
  readonly certifications: readonly NoeudCertification[];
  readonly successions: readonly Succession[];
  readonly codes: readonly CodeRelie[];
}

/** Generations shown on each side: further ones are of diplomas nobody is enrolled in any more. */
const GENERATIONS = 3;

const cfdKey = (cfd: string): CodeCertification => `CFD:${cfd}`;

/** What stands around a certification: its line of succession, and the codes that name it. */
export function grapheOf(concordance: Concordance, centre: Certification): GrapheCertification {
  const rangs = new Map<CodeCertification, number>([[centre.code, 0]]);
  const successions: Succession[] = [];
  for (const sens of [-1, 1] as const) {
    let front: Certification[] = [centre];
    for (let generation = 1; generation <= GENERATIONS; generation += 1) {
      const next: Certification[] = [];
      for (const from of front) {
        for (const cfd of sens < 0 ? from.anciens : from.nouveaux) {
          const code = cfdKey(cfd);
          successions.push(sens < 0 ? { de: code, vers: from.code } : { de: from.code, vers: code });
          if (rangs.has(code)) continue;
          rangs.set(code, sens * generation);
          const known = concordance.get(code);
          if (known !== undefined) next.push(known);
        }
      }
      front = next;
    }
  }
  return {
    centre: centre.code,
    certifications: [...rangs].map(([code, rang]) => {
      const known = concordance.get(code);
      return {
        code,
        libelle: known?.libelle ?? code,
        rang,
        dateOuverture: known?.dateOuverture ?? null,
        dateFermeture: known?.dateFermeture ?? null,
      };
    }),
    // A cycle of the source would say the same succession from both ends.
    successions: [...new Map(successions.map((one) => [`${one.de} ${one.vers}`, one])).values()],
    codes: codesOf(concordance, centre),
  };
}

function codesOf(concordance: Concordance, certification: Certification): CodeRelie[] {
  const given: [TypeNoeud, readonly string[]][] = [
    ['MEFSTAT11', certification.mefstat11Terminaux],
    ['SISE', certification.sise === null ? [] : [certification.sise]],
    ['RNCP', certification.rncp],
    ['IDEO', certification.ideo],
    ['CI', certification.ci],
  ];
  return given.flatMap(([type, codes]) =>
    codes.map((code) => {
      const liens = concordance.liens(type, code);
      const own = liens.find((lien) => lien.certification === certification.code);
      return {
        type,
        code,
        source: own?.source ?? null,
        nature: own?.nature ?? 'direct',
        dateOuverture: own?.dateOuverture ?? null,
        dateFermeture: own?.dateFermeture ?? null,
        autres: liens.map((lien) => lien.certification).filter((code_) => code_ !== certification.code),
      };
    }),
  );
}
