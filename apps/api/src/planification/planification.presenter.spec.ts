import { describe, expect, it } from '@jest/globals';
import { presentPlanification } from './planification.presenter.ts';
import type { PlanificationRecord } from './planification.repository.ts';

const record: PlanificationRecord = {
  id: 'x',
  nom: 'BCN',
  source: 'bcn',
  genre: 'dossier',
  chemin: 'bcn',
  parametres: {},
  collecteId: null,
  cron: '0 6 * * *',
  actif: true,
  actifDepuis: new Date('2026-06-01T12:00:00Z'),
  dernierResultat: null,
  dernierMessage: null,
  derniereExecutionLe: null,
  dernierSuccesLe: null,
  creeLe: new Date('2026-06-01T12:00:00Z'),
};

describe('presentPlanification', () => {
  it('gives the next run, none while paused', () => {
    const now = new Date('2026-06-01T13:00:00Z');
    expect(presentPlanification(record, now).prochaine?.toISOString()).toBe('2026-06-02T04:00:00.000Z');
    expect(presentPlanification({ ...record, actif: false }, now).prochaine).toBeNull();
  });

  it('is late after twice its period without a success', () => {
    const late = (change: Partial<PlanificationRecord>, now: string): boolean =>
      presentPlanification({ ...record, ...change }, new Date(now)).enRetard;
    expect(late({}, '2026-06-03T11:59:00Z')).toBe(false);
    expect(late({}, '2026-06-03T12:01:00Z')).toBe(true);
    expect(late({ actif: false }, '2026-06-09T12:00:00Z')).toBe(false);
    expect(late({ dernierSuccesLe: new Date('2026-06-03T04:00:00Z') }, '2026-06-04T12:00:00Z')).toBe(false);
    expect(late({ dernierSuccesLe: new Date('2026-06-03T04:00:00Z') }, '2026-06-05T04:01:00Z')).toBe(true);
    // Paused for months, then taken up again: it has its time before it is late.
    expect(late({ dernierSuccesLe: new Date('2026-01-03T04:00:00Z') }, '2026-06-02T12:00:00Z')).toBe(false);
  });
});
