import type { Concordance } from '../concordance/concordance.ts';
import type { Matcher } from '../matcher.ts';
import type { IsoDate } from '../reference-data.ts';
import type { Etape, Perte, TraceRecherche } from '../retrieval/candidate-finder.ts';
import { jugementOf } from './judge.ts';
import type { DistinctLabel } from './labelled-row.ts';
import { percent } from './percent.ts';

/** A label whose truth retrieval lost, and at which step. */
export interface Perdu {
  readonly label: DistinctLabel;
  /** CFD of the truth, and what the tables call it. */
  readonly cfd: string;
  readonly libelle: string;
  readonly perte: Perte;
  readonly rang: number | null;
  readonly motsCommuns: readonly string[];
}

/** What retrieval found and lost, over the labels whose truth can be judged. */
export interface RapportRecherche {
  readonly etiquettes: number;
  /** Share of labels whose truth is among the first k that the words bring up. */
  readonly rappel: Readonly<Record<(typeof RANGS)[number], number>>;
  /** Share of labels whose truth is among the candidates, whatever brought it in. */
  readonly parmiLesCandidats: number;
  /** What brought the truth in, and what lost it: numbers of labels. */
  readonly etapes: Readonly<Partial<Record<Etape, number>>>;
  readonly pertes: Readonly<Partial<Record<Perte, number>>>;
  readonly perdus: readonly Perdu[];
}

const RANGS = [1, 5, 10, 24] as const;

/** One set of labels with the matcher that answers it. */
export interface JeuDeRecherche {
  readonly labels: readonly DistinctLabel[];
  readonly matcher: Matcher;
  readonly concordance: Concordance;
  readonly rentree: IsoDate;
}

/**
 * Follows the truth of every label through the search for its candidates: recall at rank k, what brings the truths
 * in, and the list of those that never reach the ranker. Where a label has several truths, the one found best
 * counts. Labels set apart when judging are left out.
 */
export function retrievalReport(jeux: readonly JeuDeRecherche[]): RapportRecherche {
  const etapes: Partial<Record<Etape, number>> = {};
  const pertes: Partial<Record<Perte, number>> = {};
  const perdus: Perdu[] = [];
  const held = new Map<number, number>(RANGS.map((rang) => [rang, 0]));
  let etiquettes = 0;
  for (const { labels, matcher, concordance, rentree } of jeux) {
    for (const label of labels) {
      if (jugementOf(label, concordance, rentree) !== 'jugeable') continue;
      etiquettes++;
      const best = bestTrace(label, matcher);
      for (const rang of RANGS) {
        if (best.trace.rang !== null && best.trace.rang <= rang) held.set(rang, (held.get(rang) ?? 0) + 1);
      }
      const { etape, perte } = best.trace;
      if (etape !== null) etapes[etape] = (etapes[etape] ?? 0) + 1;
      if (perte === null) continue;
      pertes[perte] = (pertes[perte] ?? 0) + 1;
      const { rang, motsCommuns } = best.trace;
      const libelle = concordance.get(`CFD:${best.cfd}`)?.libelle ?? '';
      perdus.push({ label, cfd: best.cfd, libelle, perte, rang, motsCommuns });
    }
  }
  const share = (count: number): number => (etiquettes === 0 ? 0 : count / etiquettes);
  return {
    etiquettes,
    rappel: Object.fromEntries(
      RANGS.map((rang) => [rang, share(held.get(rang) ?? 0)]),
    ) as RapportRecherche['rappel'],
    parmiLesCandidats: share(etiquettes - perdus.length),
    etapes,
    pertes,
    perdus,
  };
}

function bestTrace(
  { formation, verites }: DistinctLabel,
  matcher: Matcher,
): { readonly cfd: string; readonly trace: TraceRecherche } {
  const traces = verites.map(({ cfd }) => ({ cfd, trace: matcher.trace(formation, `CFD:${cfd}`) }));
  const depth = ({ trace }: { readonly trace: TraceRecherche }): number =>
    (trace.perte === null ? 0 : 1e6) + (trace.rang ?? 1e5);
  return traces.reduce((left, right) => (depth(right) < depth(left) ? right : left));
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([nom, n]) => `${nom} ${String(n)}`)
    .join(', ');

/** The report in French, at most `limite` of the labels lost. */
export function retrievalText(rapport: RapportRecherche, limite: number): string {
  const { etiquettes, rappel, parmiLesCandidats, etapes, pertes, perdus } = rapport;
  const recall = RANGS.map((rang) => `${String(rang)} : ${percent(rappel[rang])}`).join(', ');
  const lines = [
    `recherche : ${String(etiquettes)} étiquettes ; vérité dans les k premiers par les mots : ${recall} ; parmi les candidats : ${percent(parmiLesCandidats)}`,
    `  amenée par : ${counted(etapes)}${perdus.length === 0 ? '' : ` ; perdue : ${counted(pertes)}`}`,
    ...perdus.slice(0, limite).map((perdu) => `  perdu, ${described(perdu)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** One lost label in a sentence: at which step, what it says, what it should have found. */
export function described({ label, cfd, libelle, perte, rang, motsCommuns }: Perdu): string {
  const { formation } = label;
  const texte = [formation.libelle, formation.specialite ?? ''].join(' ').trim();
  const where = rang === null ? perte : `${perte} (rang ${String(rang)})`;
  const common = motsCommuns.length === 0 ? '' : ` ; mots communs : ${motsCommuns.join(', ')}`;
  return `${where} : ${label.set} « ${texte} » [${label.type}] → ${cfd} ${libelle}${common}`;
}
