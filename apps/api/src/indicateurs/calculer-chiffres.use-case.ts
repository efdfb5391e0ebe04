import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  couvrirFormation,
  indexerIndicateurs,
  memoriserGraphe,
  pairesCherchees,
  type ContexteCouverture,
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
import {
  codesEtablissements,
  empreinteOf,
  formationSituee,
  Questions,
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

/** Formations of a transaction: little to do again after a crash, few enough round trips. */
const TRANCHE = 5_000;
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
    const formations = await this.chiffres.next(manager, calcul, apres, TRANCHE);
    const last = formations.at(-1);
    if (last === undefined) {
      await this.calculs.complete(manager, calcul);
      return null;
    }
    const changed = await this.recalculees(chantier, formations);
    await this.chiffres.write(manager, calcul.executionId, changed);
    await this.calculs.advance(manager, calcul, {
      rang: last.rang,
      traitees: formations.length,
      recalculees: changed.length,
    });
    return last.rang;
  }

  /** The figures of the formations whose inputs have changed. */
  private async recalculees(
    chantier: Chantier,
    formations: readonly FormationAChiffrer[],
  ): Promise<ChiffresARanger[]> {
    const { instantanes, contexte } = chantier;
    const cles = formations.flatMap(({ codes }) => codes.cleMe ?? []);
    const offres = await this.indicateurs.offreOf(instantanes, [...new Set(cles)]);
    const codes = codesEtablissements(formations, offres);
    const fiches = await this.etablissements.charger(chantier.etablissements, codes);
    const monde = { jour: chantier.jour, offres, fiches };
    const prepared = [];
    const wanted = new Map<string, PaireCherchee>();
    for (const [index, formation] of formations.entries()) {
      if (index % TOUR === 0) await nextTurn();
      const question = chantier.questions.of(formation);
      const entree = formationSituee(formation, question, monde);
      const paires = pairesCherchees(entree, question.codes);
      for (const paire of paires) {
        wanted.set(`${paire.territoire} ${paire.codeTerritoire} ${paire.code}`, paire);
      }
      prepared.push({ formation, question, entree, paires });
    }
    const index = indexerIndicateurs(await this.indicateurs.chercher(instantanes, [...wanted.values()]));
    const changed: ChiffresARanger[] = [];
    for (const [position, { formation, question, entree, paires }] of prepared.entries()) {
      if (position % TOUR === 0) await nextTurn();
      const lignes = paires.flatMap((paire) => index.of(paire));
      const empreinte = empreinteOf(entree, question, lignes);
      if (empreinte === formation.empreinte) continue;
      const couverture = couvrirFormation(entree, { ...contexte, indicateurs: index });
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
