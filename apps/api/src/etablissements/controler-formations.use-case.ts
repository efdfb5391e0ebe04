import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../common/transactions.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { ControleRepository, type PasseControle } from './controle.repository.ts';
import { EtablissementsRepository } from './etablissements.repository.ts';
import {
  codesCherches,
  controlerLigne,
  empreinteSources,
  type ContexteControle,
} from './ligne-a-controler.ts';

/** What a pass did: rows examined, and those whose checks came out otherwise than they were. */
export interface BilanControle {
  readonly statut: 'fait' | 'repris' | 'rendu';
  readonly examinees: number;
  readonly ecrites: number;
}

const RIEN = { statut: 'fait', examinees: 0, ecrites: 0 } as const;

/**
 * Brings the checks of a run up to date. Examined are the rows whose decision changed, or all of them when a snapshot
 * of establishments did; written are only those whose result changed. Done any number of times, it takes effect once.
 */
@Injectable()
export class ControlerFormationsUseCase {
  constructor(
    private readonly controles: ControleRepository,
    private readonly etablissements: EtablissementsRepository,
    private readonly matchers: MatcherCache,
    private readonly transactions: Transactions,
  ) {}

  /** The same, until it is done: another worker may take a run over, and its pass may not have ended yet. */
  async complete(executionId: string): Promise<void> {
    while ((await this.execute(executionId)).statut === 'repris') await nextTurn();
  }

  /** @param signal aborted when the process is asked to stop: the slice under way ends. */
  async execute(executionId: string, signal?: AbortSignal): Promise<BilanControle> {
    const execution = await this.controles.execution(executionId);
    if (execution?.statut !== 'terminee') return RIEN;
    const instantanes = await this.etablissements.enService(executionId);
    const sources = empreinteSources(instantanes, execution.rentree);
    const passe = await this.controles.prendre(executionId);
    const contexte: ContexteControle = {
      plateforme: execution.plateforme,
      rentree: execution.rentree,
      concordance: await this.matchers.concordance(execution.instantanes),
      mefs: await this.controles.mefs(execution),
    };
    const bilan = await this.parcourir(passe, instantanes, passe.sources !== sources, contexte, signal);
    if (bilan.statut === 'fait') await this.controles.finir(passe, sources, instantanes);
    return bilan;
  }

  private async parcourir(
    passe: PasseControle,
    instantanes: readonly string[],
    toutes: boolean,
    contexte: ContexteControle,
    signal: AbortSignal | undefined,
  ): Promise<BilanControle> {
    let [examinees, ecrites, rang] = [0, 0, 0];
    for (;;) {
      if (signal?.aborted === true) return { statut: 'rendu', examinees, ecrites };
      const lignes = await this.controles.lignes(passe.executionId, rang, toutes);
      const last = lignes.at(-1);
      if (last === undefined) return { statut: 'fait', examinees, ecrites };
      rang = last.rang;
      const fiches = await this.etablissements.charger(instantanes, codesCherches(lignes));
      await nextTurn();
      const changees = lignes
        .map((ligne) => controlerLigne(ligne, contexte, fiches))
        .filter(({ ligne, empreinte }) => ligne.empreinte !== empreinte || !toutes);
      const held = await this.transactions.run((manager) =>
        this.controles.ecrire(manager, passe, changees, lignes.length),
      );
      if (!held) return { statut: 'repris', examinees, ecrites };
      examinees += lignes.length;
      ecrites += changees.length;
    }
  }
}
