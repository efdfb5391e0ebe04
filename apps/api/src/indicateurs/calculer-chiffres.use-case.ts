import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  academieDe,
  couvrirFormation,
  isMalCouvert,
  lieuxCherches,
  memoriserGraphe,
  regionOf,
  type ContexteCouverture,
  type CouvertureFormation,
  type FormationACouvrir,
  type Indicateur,
  type IndicateursRanges,
  type LieuCherche,
} from '#matching';
import { Transactions } from '../common/transactions.ts';
import { EtablissementsRepository } from '../etablissements/etablissements.repository.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { CalculChiffresRepository, type CalculPris } from './calcul-chiffres.repository.ts';
import {
  ChiffresFormationRepository,
  type ChiffresARanger,
  type FormationAChiffrer,
} from './chiffres-formation.repository.ts';
import { awaitedLater } from './awaited-later.ts';
import {
  codesEtablissements,
  empreinteOf,
  formationSituee,
  Questions,
  type Question,
  type MondeDesChiffres,
} from './entree-chiffres.ts';
import { IndicateurRepository } from './indicateur.repository.ts';
import { PaquetIndicateursRepository } from './paquet-indicateurs.repository.ts';

export interface CalculerChiffresCommand {
  readonly calculId: string;
  /** Aborted when the process is asked to stop: the slice under way ends and the computation is given back. */
  readonly signal: AbortSignal;
}

/** What became of the computation: done by this call, nothing left to do, given back, or held by another. */
export type CalculOutcome = 'termine' | 'deja_fait' | 'rendu' | 'occupe';

/** Formations of a transaction: little to do again after a crash. */
const TRANCHE = 20_000;
/** Formations written together: the database writes some while the rule answers for the next. */
const PAS = 2_500;
/** Formations between two turns of the event loop. */
const TOUR = 200;
const RENEWAL_MS = 10_000;

/** What the attachment reads, for all the slices. */
interface Chantier extends Pick<MondeDesChiffres, 'jour'> {
  readonly questions: Questions;
  /** Snapshots of establishments. */
  readonly etablissements: readonly string[];
  readonly calcul: CalculPris;
  readonly instantanes: readonly string[];
  readonly contexte: ContexteCouverture & { readonly indicateurs: IndicateursRanges };
}

/** Computes the figures of a run, slice by slice. Delivered any number of times, each slice takes effect once. */
@Injectable()
export class CalculerChiffresUseCase {
  constructor(
    private readonly calculs: CalculChiffresRepository,
    private readonly indicateurs: IndicateurRepository,
    private readonly paquets: PaquetIndicateursRepository,
    private readonly etablissements: EtablissementsRepository,
    private readonly chiffres: ChiffresFormationRepository,
    private readonly matchers: MatcherCache,
    private readonly transactions: Transactions,
  ) {}

  async execute({ calculId, signal }: CalculerChiffresCommand): Promise<CalculOutcome> {
    const calcul = await this.calculs.take(calculId);
    if (calcul === null) return (await this.calculs.isOver(calculId)) ? 'deja_fait' : 'occupe';
    const renewal = setInterval(() => {
      this.calculs.renew(calcul).catch(() => undefined);
    }, RENEWAL_MS);
    try {
      const chantier = await this.ouvrir(calcul);
      if (chantier === null) return 'deja_fait';
      for (let rang: number | null = calcul.dernierRang; rang !== null;) {
        if (signal.aborted) {
          await this.calculs.giveBack(calcul);
          return 'rendu';
        }
        const from: number = rang;
        const step = await this.transactions.run((manager) => this.tranche(manager, chantier, from));
        if (step === 'perdu') return 'deja_fait';
        rang = step;
      }
      return 'termine';
    } catch (error) {
      await this.calculs.giveBack(calcul);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  /** Brings in the figures that are not there yet and notes what the computation uses. */
  private async ouvrir(calcul: CalculPris): Promise<Chantier | null> {
    const figures = await this.indicateurs.enService(calcul.exemple);
    for (const instantane of await this.indicateurs.aCharger(figures))
      await this.indicateurs.charger(instantane);
    const etablissements = await this.etablissements.enService(calcul.executionId);
    const instantanes = [...figures, ...etablissements];
    if (!(await this.calculs.pin(calcul, instantanes))) return null;
    const derniereAnnee = await this.indicateurs.derniereAnnee(figures);
    const concordance = await this.matchers.concordance(calcul.references);
    // The end of the last school year counted, else the rentrée: when an establishment must have been open.
    const jour = derniereAnnee === null ? calcul.rentree : `${derniereAnnee}-06-30`;
    const contexte = {
      graphe: memoriserGraphe(concordance),
      rentree: calcul.rentree,
      continuum: true,
      continuumSise: false,
      derniereAnnee,
      indicateurs: await this.paquets.ranges(figures),
    };
    const questions = new Questions(concordance, contexte);
    return { calcul, instantanes: figures, etablissements, jour, contexte, questions };
  }

  /** @returns the line of the catalogue it came to, null at the end, or `perdu` when it is no longer the caller's. */
  private async tranche(
    manager: EntityManager,
    chantier: Chantier,
    apres: number,
  ): Promise<number | null | 'perdu'> {
    const { calcul } = chantier;
    if (!(await this.calculs.holdRun(manager, calcul))) return 'perdu';
    const { formations, dernierRang } = await this.chiffres.next(manager, calcul, apres, TRANCHE);
    if (dernierRang === null) {
      await this.calculs.complete(manager, calcul);
      return null;
    }
    const monde = await this.monde(chantier, formations);
    let recalculees = 0;
    let written = Promise.resolve();
    for (let from = 0; from < formations.length; from += PAS) {
      const changed = await this.recalculees(chantier, monde, formations.slice(from, from + PAS));
      await written;
      written = awaitedLater(this.chiffres.write(manager, calcul.executionId, changed));
      recalculees += changed.length;
    }
    await written;
    await this.calculs.advance(manager, calcul, {
      rang: dernierRang,
      traitees: formations.length,
      recalculees,
    });
    return dernierRang;
  }

  /** What the repertories say of the establishments of some formations. */
  private async monde(
    chantier: Chantier,
    formations: readonly FormationAChiffrer[],
  ): Promise<MondeDesChiffres> {
    const cles = formations.flatMap(({ reponse }) => reponse.codes.cleMe ?? []);
    const offres = await this.indicateurs.offreOf(chantier.instantanes, [...new Set(cles)]);
    const codes = codesEtablissements(formations, offres);
    const fiches = await this.etablissements.charger(chantier.etablissements, codes);
    return { jour: chantier.jour, offres, fiches };
  }

  /** The figures of the formations whose inputs have changed. */
  private async recalculees(
    { contexte, questions }: Chantier,
    monde: MondeDesChiffres,
    formations: readonly FormationAChiffrer[],
  ): Promise<ChiffresARanger[]> {
    const changed: ChiffresARanger[] = [];
    for (const [position, formation] of formations.entries()) {
      if (position % TOUR === 0) await nextTurn();
      const question = questions.of(formation);
      const entree = formationSituee(formation, question, monde);
      const lieux = lieuxCherches(entree);
      const lignes = linesAt(lieux.etablissements, question, contexte);
      const larges = largesOf(lieux.larges, question, contexte);
      const empreinte = empreinteOf(entree, question, lignes, larges);
      if (empreinte === formation.empreinte) continue;
      const couverture =
        lignes.length > 0
          ? couvrirFormation(entree, contexte, question.pistes)
          : couvertureSansLigne(entree, larges, question, contexte);
      const connue = formation.empreinte !== null;
      changed.push({ formationId: formation.id, connue, empreinte, couverture });
    }
    return changed;
  }
}

type Contexte = Chantier['contexte'];

function linesAt(
  lieux: readonly LieuCherche[],
  { codes }: Question,
  { indicateurs }: Contexte,
): readonly Indicateur[] {
  const [only, ...others] = lieux;
  if (only === undefined) return [];
  const first = indicateurs.of(only, codes);
  return others.length === 0 ? first : first.concat(...others.map((lieu) => indicateurs.of(lieu, codes)));
}

function largesOf(
  lieux: readonly LieuCherche[],
  question: Question,
  contexte: Contexte,
): readonly Indicateur[] {
  const region = lieux[0]?.codeTerritoire ?? '';
  let lignes = question.larges.get(region);
  if (lignes === undefined) {
    lignes = linesAt(lieux, question, contexte);
    question.larges.set(region, lignes);
  }
  return lignes;
}

/** Where nothing is published of what it asks, a question is given the same in a whole region, or everywhere. */
function couvertureSansLigne(
  entree: FormationACouvrir,
  larges: readonly Indicateur[],
  { sansLigne, pistes }: Question,
  contexte: Contexte,
): CouvertureFormation {
  const academie = academieDe(entree);
  const region = larges.length === 0 ? '' : (regionOf(academie) ?? '');
  const key = `${region} ${isMalCouvert(academie)} ${entree.uaiOuverte ?? ''}`;
  let couverture = sansLigne.get(key);
  if (couverture === undefined) {
    couverture = couvrirFormation(entree, contexte, pistes);
    sansLigne.set(key, couverture);
  }
  return couverture;
}
