import { createMatcher, DEFAULT_MODEL, type Matcher, type Model } from '#matching';
import { valuesOf } from '../../libs/matching/features/criteres.ts';
import type { Style } from '../../libs/matching/features/demande.ts';
import type { Paire } from '../../libs/matching/features/paire.ts';
import { jugementOf } from '../../libs/matching/evaluation/judge.ts';
import type { DistinctLabel } from '../../libs/matching/evaluation/labelled-row.ts';
import type { ExempleDeClassement } from '../../libs/matching/training/train-ranker.ts';
import { UsageCount, type LabelledUse } from '../../libs/matching/training/usage-count.ts';
import { WordCount, type LabelledWords } from '../../libs/matching/training/word-count.ts';
import { concordanceOf, partieOf, readLabels, rentreeOf, SETS } from './gold.ts';

/** A label with its candidates, as the engine saw them without knowing its truth. */
export interface LabelExample {
  readonly set: string;
  readonly label: DistinctLabel;
  /**
   * `original`, or the same label as a generic catalogue without a column for the type would give it; `jugement`:
   * chosen by the review queue, to learn from and never to calibrate on.
   */
  readonly variante: 'original' | 'générique sans colonne' | 'jugement';
  readonly paires: readonly Paire[];
  readonly classement: ExempleDeClassement;
}

/**
 * Weight of a label by listing: the four BTS listings repeat the same diplomas, and the small, clean listings
 * must not be drowned by Carif-Oref's two thousand labels.
 */
const WEIGHT: Readonly<Record<string, number>> = {
  parcoursup_bts: 0.75,
  rco: 1,
  parcoursup_app: 3,
  affelnet: 3,
};
const GENERIC_WEIGHT = 0.3;

/** Sets of judgements are named `jugements_` and what the listing's own would be. */
export function styleOfSet(set: string): Style {
  const listing = set.replace(/^jugements_/, '');
  if (listing.startsWith('parcoursup')) return 'parcoursup';
  return listing.startsWith('affelnet') ? 'affelnet' : 'libre';
}

/** Whether a label may be learned from. */
export type Garde = (cle: string) => boolean;

/** Everything but the reserve. */
export const isDevelopment: Garde = (cle) => partieOf(cle) === 'mise au point';

/** What the labels say of the codes they lead to; a label that is being learned from is never counted for itself. */
export interface Comptes {
  readonly usage: UsageCount;
  readonly mots: WordCount;
}

/** Which codes the labels kept lead to, the judgements to learn from included, and with which words. */
export function countLabels(garde: Garde, jugements: readonly DistinctLabel[] = []): Comptes {
  const gold = SETS.flatMap((set) => readLabels(set)).filter(({ cle }) => garde(cle));
  const uses: LabelledUse[] = [];
  const words: LabelledWords[] = [];
  for (const { set, cle, verites, formation } of [...gold, ...jugements]) {
    const rentree = rentreeOf(set);
    for (const { cfd } of verites) {
      if (/^[345]81999/.test(cfd)) continue;
      uses.push({ style: styleOfSet(set), cle, code: `CFD:${cfd}` });
      words.push({ cle, code: `CFD:${cfd}`, formation, rentree });
    }
  }
  return { usage: new UsageCount(uses), mots: new WordCount(words) };
}

/** The candidates of a label, as a model that never saw it would find them. */
export function pairsUnseen(
  matcher: Matcher,
  { usage, mots }: Comptes,
  cle: string,
  formation: DistinctLabel['formation'],
): Paire[] {
  return matcher.pairs(formation, mots.forget(cle)).map((paire) => usage.without(paire, cle));
}

/** The shipped model, with what the labels kept say of the codes. */
export function modelOf({ usage, mots }: Comptes): Model {
  return { ...DEFAULT_MODEL, usage: usage.counts(), mots: mots.counts() };
}

/** Every label kept that can be judged, ready to be learned. */
export async function buildExamples(comptes: Comptes, garde: Garde): Promise<LabelExample[]> {
  const model = modelOf(comptes);
  const out: LabelExample[] = [];
  for (const set of SETS) {
    const concordance = await concordanceOf(set);
    const rentree = rentreeOf(set);
    const matcher = createMatcher(concordance, model, { rentree });
    const weight = Object.entries(WEIGHT).find(([prefix]) => set.startsWith(prefix))?.[1] ?? 1;
    for (const label of readLabels(set).filter(({ cle }) => garde(cle))) {
      if (jugementOf(label, concordance, rentree) !== 'jugeable') continue;
      const right = new Set(label.verites.map(({ cfd }) => cfd));
      const add = (
        variante: LabelExample['variante'],
        formation: DistinctLabel['formation'],
        poids: number,
      ): void => {
        const paires = pairsUnseen(matcher, comptes, label.cle, formation);
        const justes = paires.map(({ certification: { cfd } }) => cfd !== null && right.has(cfd));
        out.push({
          set,
          label,
          variante,
          paires,
          classement: { candidats: paires.map(valuesOf), justes, poids },
        });
      };
      add('original', label.formation, weight);
      if (set === 'rco_2020' || set === 'affelnet_2020') {
        const generic = { ...label.formation, plateforme: 'generique' as const, typeDiplome: null };
        add('générique sans colonne', generic, weight * GENERIC_WEIGHT);
      }
    }
  }
  return out;
}
