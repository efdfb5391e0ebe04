import type { JudgedLabel } from '../../libs/matching/evaluation/judge.ts';
import type { Mesure } from '../../libs/matching/evaluation/measure.ts';
import { retrievalText, type RapportRecherche } from '../../libs/matching/evaluation/retrieval-report.ts';
import { truthText, type RapportVerites } from '../../libs/matching/evaluation/truth-report.ts';

/** What an evaluation found. */
export interface Evaluation {
  readonly figures: Readonly<Record<string, Mesure>>;
  readonly ensemble: Mesure;
  readonly labels: readonly JudgedLabel[];
  readonly verites: RapportVerites;
  readonly recherche: RapportRecherche;
}

const percent = (share: number | null): string =>
  (share === null ? '–' : (share * 100).toFixed(2)).padStart(7);

function line(name: string, m: Mesure): string {
  const apart = Object.entries(m.aPart)
    .map(([why, n]) => `${why} ${String(n)} (acceptées ${String(m.aPartAcceptees[why] ?? 0)})`)
    .join(', ');
  return [
    name.padEnd(30),
    String(m.etiquettes).padStart(5),
    percent(m.justes),
    `${percent(m.justesSansContredites)} (${String(m.contredites)})`,
    percent(m.dansLesCinq),
    percent(m.acceptees),
    percent(m.accepteesParLigne),
    `${percent(m.fausses)} (${String(m.nombreFausses)})`,
    percent(m.faussesParLigne),
    percent(m.erreurDeCalibration),
    `  ${apart}`,
  ].join(' ');
}

const HEADER = `${'jeu'.padEnd(30)} étiq.  justes  sans contredites  cinq  accept.  lignes  fausses   lignes    ECE`;

const truthsOf = ({ label }: JudgedLabel): string => label.verites.map(({ cfd }) => cfd).join(',');

function contradictedLine(judged: JudgedLabel): string {
  const { label, juste } = judged;
  return `  ${label.set} « ${label.cle} » ×${String(label.lignes)} porte ${truthsOf(judged)}${juste ? ', répondu tout de même' : ''}`;
}

function wrongLine(judged: JudgedLabel): string {
  const { label, resultat, rang } = judged;
  return (
    `  ${resultat.confiance.toFixed(3)} ${resultat.statut} ${label.set} « ${label.formation.libelle} ${label.formation.specialite ?? ''} » [${label.type}] ×${String(label.lignes)} : ` +
    `${truthsOf(judged)} attendu (rang ${String(rang)}), ${resultat.cfd ?? 'rien'} ${resultat.candidats[0]?.libelle ?? ''}`
  );
}

/**
 * The evaluation in French.
 *
 * @param lister whether labels are named; those of the reserve are only counted
 * @param erreurs how many of the surest mistakes, and of the truths that retrieval lost, are named
 */
export function evaluationText(
  { figures, ensemble, labels, verites, recherche }: Evaluation,
  lister: boolean,
  erreurs: number,
): string {
  const judged = labels.filter(({ jugement }) => jugement === 'jugeable');
  const contradicted = judged.filter(({ contredite }) => contredite);
  const wrong = judged
    .filter(({ juste }) => !juste)
    .sort((a, b) => b.resultat.confiance - a.resultat.confiance);
  const lines = [
    HEADER,
    ...Object.entries(figures).map(([set, m]) => line(set, m)),
    line('ensemble', ensemble),
    `vérité contraire au libellé ou à sa ligne : ${String(contradicted.length)}`,
    ...(lister ? contradicted.map(contradictedLine) : []),
    ...wrong.slice(0, erreurs).map(wrongLine),
  ];
  // Five models each have a search of their own: none is reported on.
  const search = recherche.etiquettes === 0 ? '' : retrievalText(recherche, erreurs);
  return `${lines.join('\n')}\n${truthText(verites, lister)}${search}`;
}
