import type { FixedFacts } from '../features/compare-candidates.ts';
import type { Demande, Style } from '../features/demande.ts';
import type { CodeCertification } from '../match-result.ts';
import { FamilleAffinities } from './famille-affinities.ts';
import type { Oubli } from '../model/learned-words.ts';
import type { LabelIndex } from './label-index.ts';
import { READING_FOLLOWED, Retriever, type Retrieved } from './retrieve.ts';
import { TrigramIndex } from './trigram-index.ts';
import { UsualCertifications } from './usual-certifications.ts';

/** What brought a candidate in. */
export type Etape = 'code' | 'mots' | 'trigrammes' | 'filiation' | 'usage' | 'mots appris';

/**
 * Why a certification is not among the candidates: the tables do not know it; none of its labels has a word of
 * the formation; it has some, but only words too common to bring a label in; it was found, past the end of the
 * list.
 */
export type Perte = 'hors nomenclature' | 'aucun mot commun' | 'mots trop courants' | 'au-delà de la liste';

/** What became of one certification in the search for the candidates of a formation. */
export interface TraceRecherche {
  /** Null where it is no candidate. */
  readonly etape: Etape | null;
  /** Null where it is one. */
  readonly perte: Perte | null;
  /** Its rank among those that the words bring up, from 1; null past the first thousand. */
  readonly rang: number | null;
  /** Words of the formation that its labels hold, under one reading or another. */
  readonly motsCommuns: readonly string[];
}

/** Length of the list that the words bring up. */
export const CANDIDATES = 24;
/** Of so many first candidates, predecessors and successors come along. */
const CONTINUED = 6;
/** Below this score the words found little: the trigrams are asked too, for so many at this likeness at least. */
const WEAK = 0.5;
const SECOND_STRING = 8;
const FAR = 0.3;
/** How far a trace looks past the end of the list. */
const TRACED = 1_000;

/** So many certifications whose learned labels hold the words of the query join the candidates, at this fit at least. */
const LEARNED = 4;
const FITTING = 0.5;

/** Finds the certifications worth comparing with a formation, and can say of any other why it is not there. */
export class CandidateFinder {
  private readonly retriever: Retriever;
  private readonly affinities: FamilleAffinities;
  private readonly usual: Readonly<Record<Style, UsualCertifications>>;
  private trigrams: TrigramIndex | undefined;

  constructor(
    private readonly index: LabelIndex,
    private readonly facts: FixedFacts,
    private readonly rangOf: ReadonlyMap<CodeCertification, number>,
  ) {
    this.retriever = new Retriever(index);
    this.affinities = new FamilleAffinities(facts.niveaux);
    this.usual = {
      parcoursup: new UsualCertifications(facts, 'parcoursup'),
      affelnet: new UsualCertifications(facts, 'affelnet'),
      libre: new UsualCertifications(facts, 'libre'),
    };
  }

  /**
   * Ranks of the candidates, each with what brought it in first, in that order.
   *
   * @param oubli the learned label that the formation is, while it is learned from
   */
  find(
    demande: Demande,
    codes: readonly CodeCertification[],
    oubli: Oubli | null = null,
  ): ReadonlyMap<number, Etape> {
    const found = this.byWords(demande, CANDIDATES);
    const candidates = new Map<number, Etape>();
    const add = (rang: number | undefined, etape: Etape): void => {
      if (rang !== undefined && !candidates.has(rang)) candidates.set(rang, etape);
    };
    for (const { certification } of found) add(certification, 'mots');
    if ((found[0]?.score ?? 0) < WEAK) {
      this.trigrams ??= new TrigramIndex(this.index);
      for (const rang of this.trigrams.nearest(demande.coeur, SECOND_STRING, FAR)) add(rang, 'trigrammes');
    }
    for (const { certification } of found.slice(0, CONTINUED)) {
      const parente = this.facts.fiches[certification]?.parente ?? null;
      if (parente === null) continue;
      for (const rang of parente.anciens) add(rang, 'filiation');
      for (const rang of parente.nouveaux) add(rang, 'filiation');
      for (const rang of parente.renumerotations) add(rang, 'filiation');
    }
    for (const rang of this.usual[demande.style].mostUsed(demande)) add(rang, 'usage');
    for (const rang of this.learned(demande, oubli)) add(rang, 'mots appris');
    for (const code of codes) add(this.rangOf.get(code), 'code');
    return candidates;
  }

  /** What became of a certification in the search; slow, for the study of what is lost. */
  trace(demande: Demande, code: CodeCertification): TraceRecherche {
    const rang = this.rangOf.get(code);
    if (rang === undefined) return { etape: null, perte: 'hors nomenclature', rang: null, motsCommuns: [] };
    const etape = this.find(demande, []).get(rang) ?? null;
    const place = this.byWords(demande, TRACED).findIndex(({ certification }) => certification === rang);
    const motsCommuns = this.commonWords(demande, rang);
    const place1 = place < 0 ? null : place + 1;
    if (etape !== null) return { etape, perte: null, rang: place1, motsCommuns };
    const perte =
      place1 !== null
        ? 'au-delà de la liste'
        : motsCommuns.length > 0
          ? 'mots trop courants'
          : 'aucun mot commun';
    return { etape, perte, rang: place1, motsCommuns };
  }

  /** Of the certifications open to the type and level asked, those whose learned labels hold most of the words. */
  private learned(demande: Demande, oubli: Oubli | null): readonly number[] {
    const { appris, fiches } = this.facts;
    const isEligible = (rang: number): boolean => {
      const fiche = fiches[rang];
      if (fiche === undefined || fiche.situation.fermee) return false;
      const column = demande.fitColonne(fiche.nature.niveau);
      const fit = Number.isNaN(column) ? demande.fitLibelle(fiche.nature.niveau) : column;
      return Number.isNaN(fit) || fit >= FITTING;
    };
    return appris.nearest(demande.mots, demande.cles, oubli, isEligible).slice(0, LEARNED);
  }

  private byWords(demande: Demande, limit: number): readonly Retrieved[] {
    return this.retriever.retrieve(demande.mots, limit, {
      groupOf: this.facts.niveauDe,
      byGroup: this.affinities.of(demande),
      own: this.facts.ouverture,
    });
  }

  private commonWords({ mots }: Demande, rang: number): readonly string[] {
    const { labelStart, wordStart, wordId } = this.index;
    const from = wordStart[labelStart[rang] ?? 0] ?? 0;
    const to = wordStart[labelStart[rang + 1] ?? 0] ?? 0;
    const own = new Set(wordId.subarray(from, to));
    return mots
      .filter(({ expansion: { ids, sims } }) =>
        ids.some((id, i) => own.has(id) && (sims[i] ?? 0) >= READING_FOLLOWED),
      )
      .map(({ texte }) => texte);
  }
}
