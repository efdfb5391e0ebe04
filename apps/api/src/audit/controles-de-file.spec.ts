import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { RandomSource } from '../common/random-source.ts';
import type { DecisionTaken } from '../review/after-decision.ts';
import type { ControleDeFileRepository } from './controle-de-file.repository.ts';
import { ControlesDeFile } from './controles-de-file.ts';
import type { RepondreLecture } from './repondre-lecture.use-case.ts';

const manager = {} as EntityManager;
const decision = (over: object = {}): DecisionTaken =>
  ({
    revue: { campagneId: 'campagne' },
    jugement: { auteurId: 'alice', origine: 'revue', verdict: 'accepte', ...over },
  }) as unknown as DecisionTaken;

/** @returns to whom controls are given after decisions, at a rate, when every byte drawn is this one */
async function given(taux: number, byte: number, ...taken: DecisionTaken[]): Promise<string[]> {
  const names: string[] = [];
  const repository = {
    taux: () => Promise.resolve(taux),
    donner: (_: EntityManager, campagneId: string, compteId: string, pivot: string) => {
      expect([campagneId, pivot]).toEqual(['campagne', byte.toString(16).padStart(2, '0').repeat(16)]);
      names.push(compteId);
      return Promise.resolve();
    },
  } as unknown as ControleDeFileRepository;
  const random: RandomSource = { bytes: (size) => Buffer.alloc(size, byte) };
  await new ControlesDeFile(repository, {} as RepondreLecture, random).afterDecision(manager, taken);
  return names;
}

describe('the draw of a control after a decision', () => {
  it('gives one to who decided when the draw falls under the rate', async () => {
    expect(await given(0.05, 0x0c, decision())).toEqual(['alice']);
    expect(await given(0.05, 0x0d, decision())).toEqual([]);
  });

  it('gives none at a rate of nought, whatever is drawn', async () => {
    expect(await given(0, 0x00, decision())).toEqual([]);
  });

  it('follows items decided one by one only: not a group, an adjudication or a decision taken back', async () => {
    expect(await given(0.2, 0x00, decision(), decision())).toEqual([]);
    expect(await given(0.2, 0x00, decision({ origine: 'adjudication' }))).toEqual([]);
    expect(await given(0.2, 0x00, decision({ verdict: 'annule' }))).toEqual([]);
    expect(await given(0.2, 0x00)).toEqual([]);
  });
});
