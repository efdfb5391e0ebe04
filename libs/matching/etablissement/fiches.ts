import type { IsoDate } from '../reference-data.ts';
import type { FicheEtablissement, Rattachement } from './etablissement.ts';

/** What a source may say of a yes-or-no question: null where it does not tell. */
export type OuiNon = boolean | null;

/** A UAI and a SIRET that a source puts together, and for which role of the establishment. */
export interface CoupleUaiSiret {
  readonly uai: string;
  readonly siret: string;
  readonly source: 'acce' | 'catalogue_apprentissage' | 'quiforme';
  readonly role: 'lieu' | 'formateur' | 'gestionnaire' | 'etablissement';
  readonly obtenuLe: string;
}

/** What QuiForme says of a SIRET; `connu` is false for one that it has never heard of. */
export interface OrganismeQuiForme {
  readonly siret: string;
  readonly connu: boolean;
  readonly obtenuLe: string;
  readonly declarations: readonly {
    readonly nda: string;
    readonly active: OuiNon;
    readonly dateDerniereDeclaration: IsoDate | null;
    readonly qualiopi: {
      readonly formation: OuiNon;
      readonly bilan: OuiNon;
      readonly vae: OuiNon;
      readonly apprentissage: OuiNon;
      readonly parUniteLegale: OuiNon;
    };
  }[];
  readonly habilitations: readonly {
    readonly code: string;
    readonly active: OuiNon;
    readonly dateActive: IsoDate | null;
    readonly dateFinEnregistrement: IsoDate | null;
    readonly former: OuiNon;
    readonly organiserEvaluation: OuiNon;
  }[];
}

/** A line of the liste publique des organismes de formation. */
export interface OrganismeListePublique {
  readonly nda: string;
  readonly siret: string | null;
  readonly siren: string | null;
  readonly obtenuLe: string;
  readonly certifications: {
    readonly formation: OuiNon;
    readonly bilan: OuiNon;
    readonly vae: OuiNon;
    readonly apprentissage: OuiNon;
  };
}

/** Which sources are in use: a check whose source is absent says so, and holds nothing against the row. */
export interface SourcesEnService {
  readonly acce: string | null;
  readonly quiforme: string | null;
  readonly listePublique: string | null;
}

/** What the sources in use hold of establishments, looked up by code. */
export interface FichesEtablissements {
  /** When each source was last read, ISO 8601; null for a source that is not in use. */
  readonly sources: SourcesEnService;
  uai(uai: string): FicheEtablissement | undefined;
  rattachements(uai: string): readonly Rattachement[];
  couplesDeUai(uai: string): readonly CoupleUaiSiret[];
  couplesDeSiret(siret: string): readonly CoupleUaiSiret[];
  organisme(siret: string): OrganismeQuiForme | undefined;
  /** Lines of this SIRET, else of its SIREN. */
  listePublique(siret: string): readonly OrganismeListePublique[];
}
