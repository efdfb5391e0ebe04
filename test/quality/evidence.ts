import type { Concordance } from '#matching';
import { RowContradictions, type PreuveContraire } from '../../libs/matching/evaluation/contradicts-row.ts';
import { IndirectTruths } from '../../libs/matching/evaluation/indirect-truth.ts';
import { indirectVerdict, type SansVeriteJugee } from '../../libs/matching/evaluation/indirect-verdict.ts';
import type { JudgedLabel, Jugement } from '../../libs/matching/evaluation/judge.ts';
import type { DistinctLabel } from '../../libs/matching/evaluation/labelled-row.ts';
import type { EvidenceRow } from '../../libs/matching/evaluation/row-evidence.ts';
import { SameNames } from '../../libs/matching/evaluation/same-name.ts';
import type { RapportVerites } from '../../libs/matching/evaluation/truth-report.ts';
import {
  concordanceOf,
  graphOf,
  nomenclatureOf,
  partieOf,
  readLabelledRows,
  rentreeOf,
  SETS,
} from './gold.ts';

/** Tables of links that the engine is not given when it is measured: what a second truth is read from. */
const LINKS = ['certif-info-2025', 'kit-apprentissage', 'onisep-2024', 'onisep-2022', 'rncp-2020'];
const ALL_YEARS = ['bcn-2020', 'bcn-2024', 'bcn-2025', 'familles-metiers'];

const yearOf = (set: string): string => rentreeOf(set).slice(0, 4);

interface Parts {
  readonly indirect: IndirectTruths;
  readonly contradictions: RowContradictions;
  readonly sameNames: SameNames;
  readonly filiations: readonly Concordance[];
}

/** What the rows of one set say of their truths. */
export class Evidence {
  private readonly rows = new Map<string, EvidenceRow[]>();
  private readonly parts: Parts;

  private constructor(rows: readonly EvidenceRow[], parts: Parts) {
    this.parts = parts;
    for (const row of rows) this.rows.set(row.label_key, [...(this.rows.get(row.label_key) ?? []), row]);
  }

  /**
   * @param garde labels whose rows may bear witness besides those of the development part: the reserve's own, when it
   * is what is judged
   */
  static async of(set: string, garde: (cle: string) => boolean): Promise<Evidence> {
    const rentree = rentreeOf(set);
    const read = (name: string): EvidenceRow[] =>
      (readLabelledRows(name) as EvidenceRow[]).filter(
        ({ label_key: cle }) => partieOf(cle) === 'mise au point' || garde(cle),
      );
    const rows = read(set);
    const linked = await graphOf([...nomenclatureOf(set), ...LINKS]);
    const temoins = SETS.filter((other) => yearOf(other) === yearOf(set)).flatMap(read);
    return new Evidence(rows, {
      indirect: new IndirectTruths({ concordance: linked, rentree, temoins }),
      contradictions: new RowContradictions(linked, rentree, rows),
      sameNames: new SameNames(await concordanceOf(set), rentree),
      filiations: [linked, await graphOf(ALL_YEARS)],
    });
  }

  /** The proofs against the truth of a label, empty unless every row of it that has a truth is contradicted. */
  against({ cle }: DistinctLabel): readonly PreuveContraire[] {
    const proofs = this.rowsOf(cle)
      .filter((row) => row.true_cfd.trim() !== '')
      .map((row) => this.parts.contradictions.of(row));
    return proofs.every((proof) => proof !== null) ? proofs : [];
  }

  /** What the rows of judged labels say of their truths. */
  report(labels: readonly JudgedLabel[]): RapportVerites {
    const judgeable = labels.filter(({ jugement }) => jugement === 'jugeable');
    return {
      labels,
      sansVerite: this.judged(labels, 'sans vérité'),
      fermees: this.judged(labels, 'vérité fermée'),
      contredites: judgeable
        .map((judged) => ({ judged, preuves: this.against(judged.label) }))
        .filter(({ preuves }) => preuves.length > 0),
      ambigues: judgeable
        .map((judged) => ({ judged, autres: this.parts.sameNames.of(judged.label) }))
        .filter(({ autres }) => autres.length > 0),
    };
  }

  /** The labels set apart for one reason, judged by what their rows say otherwise. */
  private judged(labels: readonly JudgedLabel[], jugement: Jugement): SansVeriteJugee[] {
    return labels
      .filter((one) => one.jugement === jugement)
      .map((judged) => {
        const verites = this.rowsOf(judged.label.cle).flatMap((row) => this.parts.indirect.of(row) ?? []);
        const distinct = [...new Map(verites.map((verite) => [JSON.stringify(verite), verite])).values()];
        const verdict = indirectVerdict(judged.resultat.cfd, distinct, this.parts.filiations);
        return { judged, verites: distinct, verdict };
      });
  }

  private rowsOf(cle: string): readonly EvidenceRow[] {
    return this.rows.get(cle) ?? [];
  }
}

/** Several reports as one. */
export function joined(reports: readonly RapportVerites[]): RapportVerites {
  return {
    sansVerite: reports.flatMap(({ sansVerite }) => sansVerite),
    fermees: reports.flatMap(({ fermees }) => fermees),
    contredites: reports.flatMap(({ contredites }) => contredites),
    ambigues: reports.flatMap(({ ambigues }) => ambigues),
    labels: reports.flatMap(({ labels }) => labels),
  };
}
