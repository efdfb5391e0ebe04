import type { Style } from '../features/demande.ts';
import type { Paire } from '../features/paire.ts';
import type { CodeCertification } from '../match-result.ts';
import type { Model } from '../model/model.ts';

/** A label of a training listing and a code it leads to. */
export interface LabelledUse {
  readonly style: Style;
  readonly cle: string;
  readonly code: CodeCertification;
}

/**
 * How many distinct labels lead to each code, by way of writing. A label that is being learned must not count
 * itself: `without` takes it away.
 */
export class UsageCount {
  private readonly keys: Readonly<Record<Style, Map<CodeCertification, Set<string>>>> = {
    parcoursup: new Map(),
    affelnet: new Map(),
    libre: new Map(),
  };

  constructor(uses: readonly LabelledUse[]) {
    for (const { style, cle, code } of uses) {
      const known = this.keys[style].get(code);
      if (known === undefined) this.keys[style].set(code, new Set([cle]));
      else known.add(cle);
    }
  }

  counts(): Model['usage'] {
    const table = (style: Style): Record<CodeCertification, number> =>
      Object.fromEntries(
        [...this.keys[style]]
          .map(([code, keys]) => [code, keys.size] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    return { parcoursup: table('parcoursup'), affelnet: table('affelnet'), libre: table('libre') };
  }

  /** The pair as it would be had this label never been counted. */
  without(paire: Paire, cle: string): Paire {
    const { code } = paire.certification;
    let own = 0;
    let elsewhere = 0;
    for (const [style, codes] of Object.entries(this.keys)) {
      const keys = codes.get(code);
      const count = (keys?.size ?? 0) - (keys?.has(cle) === true ? 1 : 0);
      if (style === paire.demande.style) own += count;
      else elsewhere += count;
    }
    return { ...paire, usage: Math.log1p(own), usageAilleurs: Math.log1p(elsewhere) };
  }
}
