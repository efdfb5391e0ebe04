import { longestWait, nextOccurrence } from '../queues/cron.ts';
import type { PlanificationRecord } from './planification.repository.ts';

/** A schedule as the back office shows it. */
export interface PlanificationView extends PlanificationRecord {
  /** Null while it is paused. */
  readonly prochaine: Date | null;
  /** True when nothing has succeeded for twice its longest wait: the source is late. */
  readonly enRetard: boolean;
}

/** One missed run may be a hiccup of the source; two in a row need someone. */
const MISSED = 2;

export function presentPlanification(record: PlanificationRecord, now: Date): PlanificationView {
  return {
    ...record,
    prochaine: record.actif ? nextOccurrence(record.cron, now) : null,
    enRetard: isLate(record, now),
  };
}

/** Whether an active schedule has gone twice its longest wait without a success. */
export function isLate(
  { actif, cron, actifDepuis, dernierSuccesLe }: PlanificationRecord,
  now: Date,
): boolean {
  if (!actif) return false;
  const since = dernierSuccesLe !== null && dernierSuccesLe > actifDepuis ? dernierSuccesLe : actifDepuis;
  const wait = longestWait(cron, since);
  return wait !== null && now.getTime() - since.getTime() > MISSED * wait;
}
