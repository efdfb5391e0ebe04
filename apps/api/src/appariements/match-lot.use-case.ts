import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CodesEtablissement, MatchResult, Matcher } from '#matching';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { ExecutionRepository } from './execution.repository.ts';
import { LotBusyError } from './lot-busy.error.ts';
import { LotRepository, type SignatureToMatch, type TakenLot } from './lot.repository.ts';
import { EndOfRun } from './end-of-run.ts';

export interface MatchLotCommand {
  readonly executionId: string;
  readonly numero: number;
  /** Aborted when the process is asked to stop: the slice under way ends and the chunk is given back. */
  readonly signal: AbortSignal;
}

/** What became of the chunk: matched by this call, or nothing left to do. */
export type MatchLotOutcome = {
  readonly statut: 'termine' | 'deja_fait' | 'rendu';
  readonly signatures: number;
};

/** Signatures matched between two turns of the event loop: a few tens of milliseconds, so that locks renew. */
const SLICE = 25;
const RENEWAL_MS = 10_000;

/** Matches one chunk of a run. Delivered any number of times, it takes effect once. */
@Injectable()
export class MatchLotUseCase {
  constructor(
    private readonly executions: ExecutionRepository,
    private readonly lots: LotRepository,
    private readonly matchers: MatcherCache,
    private readonly jobs: JobDispatcher,
    private readonly endOfRun: EndOfRun,
  ) {}

  /** @throws LotBusyError while another worker holds the chunk: worth another try later. */
  async execute({ executionId, numero, signal }: MatchLotCommand): Promise<MatchLotOutcome> {
    const execution = await this.executions.findById(executionId);
    const lot = execution === null ? null : await this.lots.take(executionId, numero);
    if (execution === null || lot === null) {
      if (execution === null || (await this.lots.isDone(executionId, numero))) {
        return { statut: 'deja_fait', signatures: 0 };
      }
      throw new LotBusyError(executionId, numero);
    }
    const renewal = setInterval(() => {
      this.lots.renew(lot).catch(() => undefined);
    }, RENEWAL_MS);
    try {
      const matcher = await this.matchers.matcher(execution);
      const signatures = await this.lots.signaturesOf(executionId, numero);
      const etablissements: EtablissementsDesSignatures = matcher.connaitDesOffres
        ? await this.lots.etablissementsOf(executionId, numero)
        : new Map();
      const results = await matchInSlices(matcher, signatures, etablissements, signal);
      if (results === null) {
        await this.lots.giveBack(lot);
        return { statut: 'rendu', signatures: 0 };
      }
      const written = await this.write(lot, results);
      return { statut: written ? 'termine' : 'deja_fait', signatures: results.length };
    } catch (error) {
      await this.lots.giveBack(lot);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  private async write(
    lot: TakenLot,
    results: readonly { signatureId: string; result: MatchResult }[],
  ): Promise<boolean> {
    return this.jobs.run(async (manager, ask) => {
      if (!(await this.lots.complete(manager, lot, results))) return false;
      if (await this.lots.closeIfComplete(manager, lot.executionId)) {
        await this.endOfRun.execute(manager, lot.executionId, ask);
      }
      return true;
    });
  }
}

type EtablissementsDesSignatures = ReadonlyMap<string, readonly CodesEtablissement[]>;

/** @returns null when asked to stop before the end. */
async function matchInSlices(
  matcher: Matcher,
  signatures: readonly SignatureToMatch[],
  etablissements: EtablissementsDesSignatures,
  signal: AbortSignal,
): Promise<{ signatureId: string; result: MatchResult }[] | null> {
  const results: { signatureId: string; result: MatchResult }[] = [];
  for (const [index, { id, formation }] of signatures.entries()) {
    if (index % SLICE === 0) {
      await nextTurn();
      if (signal.aborted) return null;
    }
    const context = { etablissements: etablissements.get(id) ?? [] };
    results.push({ signatureId: id, result: matcher.match(formation, context) });
  }
  return results;
}
