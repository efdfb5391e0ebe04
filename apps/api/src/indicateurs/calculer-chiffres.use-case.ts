import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  couvrirFormation,
  IndicateursLus,
  lieuxCherches,
  memoriserGraphe,
  PairesDemandees,
  type ContexteCouverture,
  type FormationACouvrir,
  type LieuCherche,
  type PaireCherchee,
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
import { awaitedLater, DeuxTemps } from './deux-temps.ts';
import {
  codesEtablissements,
  empreinteOf,
  formationSituee,
  Questions,
  type Question,
  type MondeDesChiffres,
} from './entree-chiffres.ts';
import { IndicateurRepository } from './indicateur.repository.ts';

export interface CalculerChiffresCommand {
  readonly calculId: string;
  /** Aborted when the process is asked to stop: the slice under way ends and the computation is given back. */
  readonly signal: AbortSignal;
}

/** What became of the computation: done by this call, nothing left to do, given back, or held by another. */
export type CalculOutcome = 'termine' | 'deja_fait' | 'rendu' | 'occupe';

/** Formations of a transaction: little to do again after a crash. */
const TRANCHE = 20_000;
/** Formations read together: the database reads and writes some while the rule answers for others. */
const PAS = 2_500;
/** Formations between two turns of the event loop. */
const TOUR = 200;
const RENEWAL_MS = 10_000;

/** What the attachment reads, figures of the slice apart. */
interface Chantier extends Pick<MondeDesChiffres, 'jour'> {
  readonly questions: Questions;
  /** Snapshots of establishments. */
  readonly etablissements: readonly string[];
  readonly calcul: CalculPris;
  readonly instantanes: readonly string[];
  readonly contexte: Omit<ContexteCouverture, 'indicateurs'>;
  /** Lines of the snapshots, which never change: those that a step has asked for serve the steps that follow. */
  readonly lus: IndicateursLus;
  readonly demandees: PairesDemandees;
}

/** A formation at its places, with what it asks there. */
interface FormationSituee {
  readonly formation: FormationAChiffrer;
  readonly question: Question;
  readonly entree: FormationACouvrir;
  readonly lieux: readonly LieuCherche[];
}

/** Computes the figures of a run, slice by slice. Delivered any number of times, each slice takes effect once. */
@Injectable()
export class CalculerChiffresUseCase {
  constructor(
    private readonly calculs: CalculChiffresRepository,
    private readonly indicateurs: IndicateurRepository,
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
    };
    const questions = new Questions(concordance, contexte);
    const [lus, demandees] = [new IndicateursLus(), new PairesDemandees()];
    return { calcul, instantanes: figures, etablissements, jour, contexte, questions, lus, demandees };
  }

  /** @returns the line of the catalogue it came to, null at the end, or `perdu` when it is no longer the caller's. */
  private async tranche(
    manager: EntityManager,
    chantier: Chantier,
    apres: number,
  ): Promise<number | null | 'perdu'> {
    const { calcul } = chantier;
    if (!(await this.calculs.holdRun(manager, calcul))) return 'perdu';
    const formations = await this.chiffres.next(manager, calcul, apres, TRANCHE);
    const last = formations.at(-1);
    if (last === undefined) {
      await this.calculs.complete(manager, calcul);
      return null;
    }
    const monde = await this.monde(chantier, formations);
    const enCours = new DeuxTemps();
    // In order: the lines that a step finds asked for already are those of the steps before, read when its turn comes.
    const situer = (from: number): Promise<FormationSituee[]> =>
      enCours.start(
        () => this.situer(chantier, monde, formations.slice(from, from + PAS)),
        async ({ situees, paires }) => {
          chantier.lus.add(await this.indicateurs.chercher(chantier.instantanes, paires));
          return situees;
        },
      );
    let recalculees = 0;
    let written = Promise.resolve();
    const ahead = [situer(0), situer(PAS)];
    for (let from = 0; from < formations.length; from += PAS) {
      const situees = (await ahead.shift()) ?? [];
      ahead.push(situer(from + 2 * PAS));
      const [changed] = await Promise.all([this.recalculees(chantier, situees), written]);
      written = awaitedLater(this.chiffres.write(manager, calcul.executionId, changed));
      recalculees += changed.length;
    }
    await written;
    await this.calculs.advance(manager, calcul, {
      rang: last.rang,
      traitees: formations.length,
      recalculees,
    });
    return last.rang;
  }

  /** What the repertories say of the establishments of some formations. */
  private async monde(
    chantier: Chantier,
    formations: readonly FormationAChiffrer[],
  ): Promise<MondeDesChiffres> {
    const cles = formations.flatMap(({ codes }) => codes.cleMe ?? []);
    const offres = await this.indicateurs.offreOf(chantier.instantanes, [...new Set(cles)]);
    const codes = codesEtablissements(formations, offres);
    const fiches = await this.etablissements.charger(chantier.etablissements, codes);
    return { jour: chantier.jour, offres, fiches };
  }

  /** Formations at their places, with the pairs that they are the first to ask for. */
  private async situer(
    { questions, demandees }: Chantier,
    monde: MondeDesChiffres,
    formations: readonly FormationAChiffrer[],
  ): Promise<{ situees: FormationSituee[]; paires: PaireCherchee[] }> {
    const situees: FormationSituee[] = [];
    const paires: PaireCherchee[] = [];
    for (const [index, formation] of formations.entries()) {
      if (index % TOUR === 0) await nextTurn();
      const question = questions.of(formation);
      const entree = formationSituee(formation, question, monde);
      const lieux = lieuxCherches(entree);
      demandees.ask(lieux, question.codes, paires);
      situees.push({ formation, question, entree, lieux });
    }
    return { situees, paires };
  }

  /** The figures of the formations whose inputs have changed. */
  private async recalculees(
    { contexte, lus }: Chantier,
    formations: readonly FormationSituee[],
  ): Promise<ChiffresARanger[]> {
    const attaching = { ...contexte, indicateurs: lus };
    const changed: ChiffresARanger[] = [];
    for (const [position, { formation, question, entree, lieux }] of formations.entries()) {
      if (position % TOUR === 0) await nextTurn();
      const empreinte = empreinteOf(entree, question, lus.of(lieux, question.codes));
      if (empreinte === formation.empreinte) continue;
      const couverture = couvrirFormation(entree, attaching, question.pistes);
      changed.push({
        formationId: formation.id,
        connue: formation.empreinte !== null,
        empreinte,
        couverture,
      });
    }
    return changed;
  }
}
