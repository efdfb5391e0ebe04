import type { PlannedLot } from './execution.repository.ts';

/** Formations in a chunk: small enough to be done again without regret, large enough to be worth a job. */
const FORMATIONS_PAR_LOT = 1_000;
/** Distinct signatures in a chunk: what costs time is a signature, not a row. */
const SIGNATURES_PAR_LOT = 250;

/**
 * Cuts a campaign's signatures, in their given order, into chunks of at most 1,000 formations or 250 signatures;
 * a signature with more formations than that is a chunk of its own.
 */
export function planLots(
  signatures: readonly { readonly id: string; readonly formations: number }[],
): PlannedLot[] {
  const lots: PlannedLot[] = [];
  let ids: string[] = [];
  let nbFormations = 0;
  const close = (): void => {
    if (ids.length > 0) lots.push({ numero: lots.length, signatures: ids, nbFormations });
    ids = [];
    nbFormations = 0;
  };
  for (const { id, formations } of signatures) {
    if (ids.length === SIGNATURES_PAR_LOT || nbFormations + formations > FORMATIONS_PAR_LOT) close();
    ids.push(id);
    nbFormations += formations;
  }
  close();
  return lots;
}
