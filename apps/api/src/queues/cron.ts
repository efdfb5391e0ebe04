import { getNextMillis } from 'bullmq';

/** Schedules are written, and run, in the time of those who write them. */
export const FUSEAU = 'Europe/Paris';

/** Occurrences read to find the longest wait of a schedule: a week of working days and its week-end. */
const OCCURRENCES = 8;

/** Minutes, hours, days, months, days of the week: no seconds. */
const FIVE_FIELDS = /^\S+( \S+){4}$/;

/** When a cron expression next falls after an instant, in Paris time. Null for an expression that is none. */
export function nextOccurrence(cron: string, after: Date): Date | null {
  if (!FIVE_FIELDS.test(cron)) return null;
  try {
    const next = getNextMillis(after.getTime(), { pattern: cron, tz: FUSEAU });
    return next === undefined ? null : new Date(next);
  } catch {
    return null;
  }
}

/** The longest time between two occurrences that follow an instant, in milliseconds; null for no schedule. */
export function longestWait(cron: string, after: Date): number | null {
  let longest: number | null = null;
  let previous = nextOccurrence(cron, after);
  for (let i = 1; i < OCCURRENCES && previous !== null; i += 1) {
    const next = nextOccurrence(cron, previous);
    if (next !== null) longest = Math.max(longest ?? 0, next.getTime() - previous.getTime());
    previous = next;
  }
  return longest;
}
