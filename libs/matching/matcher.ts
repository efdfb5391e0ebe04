import type { Concordance } from './concordance/concordance.ts';
import { readCodes } from './decision/code-evidence.ts';
import { decide, leavesToPeople, type Decision } from './decision/decide.ts';
import { explainCodes } from './decision/explain-codes.ts';
import { proposeByOffers, reclasser, temoignage, type Reclassement } from './decision/offre-etablissement.ts';
import type { CodesEtablissement, OffresEtablissements } from './etablissement/offres.ts';
import { compareCandidates, type FixedFacts } from './features/compare-candidates.ts';
import { fixedFacts } from './features/fixed-facts.ts';
import { prepareDemande } from './features/prepare-demande.ts';
import type { Demande } from './features/demande.ts';
import type { Paire } from './features/paire.ts';
import type { Formation } from './formation.ts';
import type {
  Candidat,
  CodeCertification,
  CodeResolution,
  Contribution,
  MatchResult,
} from './match-result.ts';
import { explain, MAX_LINES, weightsOf } from './model/explain.ts';
import type { Oubli } from './model/learned-words.ts';
import type { Model } from './model/model.ts';
import { rank, type Classe } from './model/rank.ts';
import type { IsoDate } from './reference-data.ts';
import { CandidateFinder, type TraceRecherche } from './retrieval/candidate-finder.ts';
import { LabelComparer } from './retrieval/compare-labels.ts';
import { buildLabelIndex, type LabelFilter, type LabelIndex } from './retrieval/label-index.ts';

export interface MatcherOptions {
  /** First day of the school year that the campaign prepares. */
  readonly rentree: IsoDate;
  /** Share of wrong answers that the steward accepts among those taken without a human; 0.01 by default. */
  readonly risque?: number;
  /** Labels to leave out of the index: only tests of retrieval need it. */
  readonly libelles?: LabelFilter;
  /** What establishments are known to offer; nothing by default. */
  readonly offres?: OffresEtablissements;
}

/** What the service knows of a row beside the row itself. */
export interface MatchContext {
  /** What a steward decided for this row or this signature: a certification, or that there is none. */
  readonly decisionAnterieure?: CodeCertification | 'aucune' | null;
  /** The establishments of all the rows of the signature, each once: what they offer tells close candidates apart. */
  readonly etablissements?: readonly CodesEtablissement[];
}

export interface Matcher {
  readonly model: Model;
  /** Whether it knows what any establishment offers: if not, the context need not name them. */
  readonly connaitDesOffres: boolean;
  match(formation: Formation, context?: MatchContext): MatchResult;
  /** Free search of a steward among all certifications, best first. */
  search(texte: string, options?: { readonly limite?: number }): readonly Candidat[];
  /**
   * The pairs that `match` ranks, before any weight: what training learns from.
   * @param oubli what the model learned of that very label, which must not answer for itself
   */
  pairs(formation: Formation, oubli?: Oubli): readonly Paire[];
  /** Whether a certification is among the candidates, and what brought it in or lost it; codes left out. */
  trace(formation: Formation, code: CodeCertification): TraceRecherche;
}

const SHOWN = 10;
const EXPLAINED = 3;

/** Builds a matcher. Costly once (a second for the national tables), then pure: same formation, same answer. */
export function createMatcher(concordance: Concordance, model: Model, options: MatcherOptions): Matcher {
  return new LabelAndCodeMatcher(concordance, model, options);
}

class LabelAndCodeMatcher implements Matcher {
  readonly model: Model;
  readonly connaitDesOffres: boolean;
  private readonly concordance: Concordance;
  private readonly rentree: IsoDate;
  private readonly risque: number;
  private readonly offres: OffresEtablissements | undefined;
  private readonly index: LabelIndex;
  private readonly facts: FixedFacts;
  private readonly finder: CandidateFinder;
  private readonly comparer: LabelComparer;
  private readonly weights: Float64Array;
  private readonly rangOf: ReadonlyMap<CodeCertification, number>;

  constructor(concordance: Concordance, model: Model, options: MatcherOptions) {
    this.model = model;
    this.concordance = concordance;
    this.rentree = options.rentree;
    this.risque = options.risque ?? 0.01;
    this.offres = options.offres;
    this.connaitDesOffres = options.offres?.vide === false;
    this.index = buildLabelIndex(concordance.certifications, options.rentree, options.libelles);
    this.facts = fixedFacts(concordance, model, options.rentree);
    this.comparer = new LabelComparer(this.index);
    this.weights = weightsOf(model.poids);
    this.rangOf = new Map(
      concordance.certifications.map((certification, rang) => [certification.code, rang]),
    );
    this.finder = new CandidateFinder(this.index, this.facts, this.rangOf);
  }

  match(formation: Formation, context: MatchContext = {}): MatchResult {
    const resolutions = this.concordance.resolve({
      codes: formation.codes,
      voie: formation.voie,
      rentree: this.rentree,
    });
    const earlier = context.decisionAnterieure ?? null;
    if (earlier === 'aucune') return this.noMatch(resolutions);
    const demande = prepareDemande(formation, this.index, this.rentree);
    const { anneeUlterieure } = demande;
    const codes = readCodes(resolutions, this.concordance, { rentree: this.rentree, anneeUlterieure });
    const ranked = this.rank(demande, earlier === null ? codes.communes : [earlier, ...codes.communes]);
    if (earlier !== null && this.rangOf.has(earlier))
      return this.decidedEarlier(earlier, ranked, resolutions);
    const generique = [demande.familleColonne, demande.familleLibelle].some(
      (famille) => famille?.nom.startsWith('FCIL') === true,
    );
    const byLabel = decide(ranked, codes, this.model, this.risque, generique);
    const offers = leavesToPeople(byLabel, codes) ? this.offers(ranked, context) : null;
    const decision =
      offers === null
        ? byLabel
        : proposeByOffers(byLabel, offers.ranked, () =>
            decide(offers.ranked, codes, this.model, this.risque, generique),
          );
    const { statut, choisi, confiance, motifs } = decision;
    const lignes = offers?.lignes;
    const candidats = this.candidates(offers?.ranked ?? ranked, choisi, confiance, lignes);
    const code = choisi?.paire.certification.code ?? null;
    const offre = code === null ? undefined : lignes?.get(code);
    return {
      ...this.identity(code),
      statut,
      confiance: rounded(confiance),
      motifs,
      explication:
        choisi === null
          ? []
          : this.explained(choisi, candidats[0], resolutions, { parLesCodes: decision.parLesCodes, offre }),
      candidats,
      codes: resolutions,
    };
  }

  search(texte: string, { limite = SHOWN }: { readonly limite?: number } = {}): readonly Candidat[] {
    const demande = prepareDemande(freeText(texte), this.index, this.rentree);
    return this.rank(demande, [])
      .slice(0, limite)
      .map((classe) => this.candidate(classe, classe.probabilite, true));
  }

  pairs(formation: Formation, oubli: Oubli | null = null): readonly Paire[] {
    return this.compare(prepareDemande(formation, this.index, this.rentree), [], oubli);
  }

  trace(formation: Formation, code: CodeCertification): TraceRecherche {
    return this.finder.trace(prepareDemande(formation, this.index, this.rentree), code);
  }

  private offers(ranked: readonly Classe[], { etablissements }: MatchContext): Reclassement | null {
    if (this.offres === undefined || !this.connaitDesOffres || etablissements === undefined) return null;
    const temoin = temoignage(etablissements, this.offres, this.rentree);
    return temoin === null ? null : reclasser(ranked, temoin);
  }

  private rank(demande: Demande, extra: readonly CodeCertification[]): Classe[] {
    return rank(this.compare(demande, extra), this.weights);
  }

  private compare(
    demande: Demande,
    extra: readonly CodeCertification[],
    oubli: Oubli | null = null,
  ): Paire[] {
    return compareCandidates(
      demande,
      [...this.finder.find(demande, extra, oubli).keys()],
      this.facts,
      this.comparer,
      oubli,
    );
  }

  private noMatch(resolutions: readonly CodeResolution[]): MatchResult {
    return {
      ...this.identity(null),
      statut: 'sans_correspondance',
      confiance: 1,
      motifs: ['DECISION_ANTERIEURE'],
      explication: [],
      candidats: [],
      codes: resolutions,
    };
  }

  private decidedEarlier(
    earlier: CodeCertification,
    ranked: readonly Classe[],
    resolutions: readonly CodeResolution[],
  ): MatchResult {
    const choisi = ranked.find(({ paire }) => paire.certification.code === earlier) ?? null;
    return {
      ...this.identity(earlier),
      statut: 'apparie',
      confiance: 1,
      motifs: ['DECISION_ANTERIEURE'],
      explication: [
        { critere: 'décision antérieure', detail: '+ déjà décidé par un instructeur', contribution: 1 },
      ],
      candidats: this.candidates(ranked, choisi, 1),
      codes: resolutions,
    };
  }

  private identity(
    code: CodeCertification | null,
  ): Pick<MatchResult, 'codeCertification' | 'cfd' | 'mefstat11' | 'rncp' | 'sise' | 'ideo'> {
    const certification = code === null ? undefined : this.concordance.get(code);
    return {
      codeCertification: code,
      cfd: certification?.cfd ?? null,
      mefstat11: certification?.mefstat11Terminaux ?? [],
      rncp: certification?.rncp ?? [],
      sise: certification?.sise ?? null,
      ideo: certification?.ideo ?? [],
    };
  }

  /** Codes first, since they rule; then what the label says, in as many lines as are left. */
  private explained(
    choisi: Classe,
    candidat: Candidat | undefined,
    resolutions: readonly CodeResolution[],
    decision: Pick<Decision, 'parLesCodes'> & { readonly offre: Contribution | undefined },
  ): readonly Contribution[] {
    const { concordance, rentree } = this;
    const { code } = choisi.paire.certification;
    const lines = explainCodes(resolutions, code, {
      concordance,
      rentree,
      parLesCodes: decision.parLesCodes,
    });
    if (lines.length === 0 && candidat !== undefined) return candidat.explication;
    return [...lines, ...this.byLabel(choisi, decision.offre, MAX_LINES - lines.length)];
  }

  /** What is said of the establishment is always shown: it is what puts the candidate there. */
  private byLabel(
    classe: Classe,
    offre: Contribution | undefined,
    maxLines = MAX_LINES,
  ): readonly Contribution[] {
    if (offre === undefined) return explain(classe, this.weights, maxLines);
    return [...explain(classe, this.weights, maxLines - 1), offre];
  }

  /** The chosen one first, then the others by score, never surer than it, in proportion to what the label says. */
  private candidates(
    ranked: readonly Classe[],
    choisi: Classe | null,
    confiance: number,
    lignes: Reclassement['lignes'] = new Map(),
  ): Candidat[] {
    const first = choisi ?? ranked[0];
    if (!first) return [];
    const others = ranked.filter((classe) => classe !== first);
    return [first, ...others].slice(0, SHOWN).map((classe, i) => {
      const ratio = first.probabilite === 0 ? 0 : Math.min(1, classe.probabilite / first.probabilite);
      const share = classe === first ? confiance : confiance * ratio;
      return this.candidate(classe, share, i < EXPLAINED, lignes.get(classe.paire.certification.code));
    });
  }

  private candidate(classe: Classe, confiance: number, explained: boolean, offre?: Contribution): Candidat {
    const { certification } = classe.paire;
    return {
      codeCertification: certification.code,
      cfd: certification.cfd,
      sise: certification.sise,
      libelle: certification.libelle,
      confiance: rounded(confiance),
      explication: explained ? this.byLabel(classe, offre) : [],
    };
  }
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

function freeText(texte: string): Formation {
  return {
    plateforme: 'generique',
    libelle: texte,
    specialite: null,
    typeDiplome: null,
    voie: null,
    codes: { cfd: null, mef: null, mefstat11: null, sise: null, rncp: [], ideo: [], cleMe: null },
  };
}
