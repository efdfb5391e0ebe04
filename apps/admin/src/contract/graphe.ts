/** A certification around another; `rang` generations away, negative for predecessors. */
export interface NoeudCertification {
  code: string;
  libelle: string;
  rang: number;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

/** A code that leads to the certification, who says so, and what else it leads to. */
export interface CodeRelie {
  type: string;
  code: string;
  source: string | null;
  nature: string;
  dateOuverture: string | null;
  dateFermeture: string | null;
  autres: string[];
}

export interface GrapheCertification {
  centre: string;
  certifications: NoeudCertification[];
  successions: { de: string; vers: string }[];
  codes: CodeRelie[];
}
