/** What is compared of two snapshots of one table, the older vintage first. */
export interface SnapshotMeasures {
  readonly lignes: number;
  readonly refusees: number;
}

export interface Disparus {
  /** Codes of the older vintage that the newer one has not. */
  readonly n: number;
  /** Codes of the older vintage. */
  readonly sur: number;
  /** Some of them, to look at. */
  readonly exemples: readonly string[];
}

/** How far a snapshot is from the nearest one of its table, and why a person should look; stored with it. */
export interface Ecart {
  /** The snapshot it was compared with. */
  readonly reference: { readonly id: string; readonly nom: string; readonly millesime: string };
  readonly lignes: { readonly avant: number; readonly apres: number };
  /** Shares of refused lines, 0 to 1. */
  readonly refus: { readonly avant: number; readonly apres: number };
  readonly disparus: Disparus;
  readonly colonnes: { readonly ajoutees: readonly string[]; readonly retirees: readonly string[] };
  /** French sentences; empty when the snapshot may serve at once. */
  readonly raisons: readonly string[];
}

/** A nomenclature grows by a few hundredths a year: a fifth more or less is a file cut, doubled, or another scope. */
export const MAX_ROWS_CHANGE = 0.2;
/** Files of the same producer are refused alike: five lines in a hundred more mean that a column changed meaning. */
export const MAX_REFUSED_POINTS = 0.05;
/** Producers close codes and hardly ever erase them: beyond this share, links would be lost without anyone's word. */
export const MAX_VANISHED = 0.02;
/** Fewer codes than this say nothing by their share: one gone of thirty is already three in a hundred. */
export const MIN_VANISHED = 3;

const percent = (share: number): string =>
  `${(share * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;
const share = ({ lignes, refusees }: SnapshotMeasures): number => (lignes === 0 ? 0 : refusees / lignes);

/** The reasons, in French, why a person must look before the newer of two snapshots serves. */
export function reasonsToConfirm(
  avant: SnapshotMeasures,
  apres: SnapshotMeasures,
  disparus: Disparus,
): string[] {
  const raisons: string[] = [];
  const change = avant.lignes === 0 ? 0 : (apres.lignes - avant.lignes) / avant.lignes;
  if (Math.abs(change) > MAX_ROWS_CHANGE) {
    raisons.push(
      `${apres.lignes} lignes au lieu de ${avant.lignes} (${change > 0 ? '+' : ''}${percent(change)}, ` +
        `plus de ${percent(MAX_ROWS_CHANGE)} d'écart)`,
    );
  }
  const points = share(apres) - share(avant);
  if (points > MAX_REFUSED_POINTS) {
    raisons.push(`${percent(share(apres))} de lignes refusées au lieu de ${percent(share(avant))}`);
  }
  const vanished = disparus.sur === 0 ? 0 : disparus.n / disparus.sur;
  if (vanished > MAX_VANISHED && disparus.n >= MIN_VANISHED) {
    raisons.push(
      `${disparus.n} codes sur ${disparus.sur} ont disparu (${percent(vanished)}), ` +
        `par exemple ${disparus.exemples.slice(0, 3).join(', ')}`,
    );
  }
  return raisons;
}
