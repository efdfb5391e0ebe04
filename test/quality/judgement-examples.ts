import { createMatcher, type Concordance } from '#matching';
import { valuesOf } from '../../libs/matching/features/criteres.ts';
import { jugementOf } from '../../libs/matching/evaluation/judge.ts';
import type { DistinctLabel } from '../../libs/matching/evaluation/labelled-row.ts';
import { modelOf, pairsUnseen, type Comptes, type LabelExample } from './examples.ts';
import { concordanceOf, rentreeOf } from './gold.ts';

/** Weight of a judgement, that of a label of Carif-Oref. */
const WEIGHT = 1;

/** The judgements to learn from, ready to be learned, each on the graph of its year. */
export async function buildJudgementExamples(
  jugements: readonly DistinctLabel[],
  comptes: Comptes,
  graphOf: (set: string) => Promise<Concordance> = concordanceOf,
): Promise<LabelExample[]> {
  const model = modelOf(comptes);
  const out: LabelExample[] = [];
  for (const set of [...new Set(jugements.map((label) => label.set))].sort()) {
    const concordance = await graphOf(set);
    const rentree = rentreeOf(set);
    const matcher = createMatcher(concordance, model, { rentree });
    for (const label of jugements.filter((one) => one.set === set)) {
      if (jugementOf(label, concordance, rentree) !== 'jugeable') continue;
      const right = new Set(label.verites.map(({ cfd }) => cfd));
      const paires = pairsUnseen(matcher, comptes, label.cle, label.formation);
      const justes = paires.map(({ certification: { cfd } }) => cfd !== null && right.has(cfd));
      const classement = { candidats: paires.map(valuesOf), justes, poids: WEIGHT };
      out.push({ set, label, variante: 'jugement', paires, classement });
    }
  }
  return out;
}
