import type { PreuveContraire } from './contradicts-row.ts';
import { ORIGINES_INDIRECTES } from './indirect-truth.ts';
import { tallyIndirect, type BilanSansVerite, type SansVeriteJugee } from './indirect-verdict.ts';
import type { JudgedLabel } from './judge.ts';
import { jugeables } from './measure.ts';
import { percent } from './percent.ts';

/** A label whose truth its own rows contradict, with the proof that each of them gives. */
export interface ContrediteParLigne {
  readonly judged: JudgedLabel;
  readonly preuves: readonly PreuveContraire[];
}

/** A label that several certifications of one name answer. */
export interface Ambigue {
  readonly judged: JudgedLabel;
  /** CFD of the others. */
  readonly autres: readonly string[];
}

/** What the rows say of the truths: how sure the ground is that the figures stand on. */
export interface RapportVerites {
  readonly sansVerite: readonly SansVeriteJugee[];
  /** Labels whose truth is closed at the rentrée, judged in the same way. */
  readonly fermees: readonly SansVeriteJugee[];
  readonly contredites: readonly ContrediteParLigne[];
  readonly ambigues: readonly Ambigue[];
  /** Every label judged, those of the three lists included. */
  readonly labels: readonly JudgedLabel[];
}

/** What a label can tell at best: those answered right, and those that nothing in the label could have answered. */
export interface Plafond {
  readonly etiquettes: number;
  readonly justes: number;
  readonly ambigues: number;
  readonly ambiguesFausses: number;
  readonly justesOuAmbigues: number;
}

/** The ceiling over the labels whose truth can be judged. */
export function ceilingOf({ labels, ambigues }: RapportVerites): Plafond {
  const judged = jugeables(labels);
  const justes = judged.filter(({ juste }) => juste).length;
  const ambiguesFausses = ambigues.filter(({ judged: { juste } }) => !juste).length;
  return {
    etiquettes: judged.length,
    justes,
    ambigues: ambigues.length,
    ambiguesFausses,
    justesOuAmbigues: justes + ambiguesFausses,
  };
}

/** The accepted answers to labels without a truth, by set and together. */
export function indirectTallies({ sansVerite }: RapportVerites): ReadonlyMap<string, BilanSansVerite> {
  const sets = [...new Set(sansVerite.map(({ judged }) => judged.label.set))];
  const tallies = sets.map((set): [string, BilanSansVerite] => [
    set,
    tallyIndirect(sansVerite.filter(({ judged }) => judged.label.set === set)),
  ]);
  return new Map([...tallies, ['ensemble', tallyIndirect(sansVerite)]]);
}

/** One tally in words. */
export function talliedText({ etiquettes, acceptees, verdicts, origines, bornes }: BilanSansVerite): string {
  const { juste, équivalente, fausse, injugeable } = verdicts;
  const judged = acceptees - injugeable;
  const share = percent(judged === 0 ? null : fausse / judged);
  const found = ORIGINES_INDIRECTES.flatMap((nom) => {
    const count = origines[nom];
    return count === undefined ? [] : [`${nom} ${String(count)}`];
  });
  return (
    `${String(etiquettes)} étiquettes, ${String(acceptees)} acceptées, ${String(judged)} jugeables : ${String(juste)} justes, ` +
    `${String(équivalente)} équivalentes, ${String(fausse)} fausses (${share} ; bornes exactes ${percent(bornes[0])} à ${percent(bornes[1])}), ` +
    `${String(injugeable)} injugeables${found.length === 0 ? '' : ` ; jugées par : ${found.join(', ')}`}`
  );
}

/** One accepted answer that is not right by an indirect truth, or that none judges. */
export function verdictText({ judged: { label, resultat }, verites, verdict }: SansVeriteJugee): string {
  const said = verites.map(
    ({ origine, codes, plusieurs }) =>
      `${origine}${plusieurs ? ' (plusieurs certifications)' : ''} : ${codes.join(', ')}`,
  );
  return `${verdict}, ${named(label)} → ${resultat.cfd ?? 'rien'} ${resultat.candidats[0]?.libelle ?? ''}${said.length === 0 ? '' : ` ; ${said.join(' ; ')}`}`;
}

/** One label that its rows contradict. */
export function contradictionText({ judged: { label, resultat }, preuves }: ContrediteParLigne): string {
  const proofs = preuves.map((preuve) =>
    preuve.nature === 'nomme un autre CI'
      ? `${preuve.nature}, « ${preuve.intitule} » (${preuve.codes.join(', ')})`
      : `${preuve.nature} (${preuve.codes.join(', ')})`,
  );
  return `${named(label)} porte ${label.verites.map(({ cfd }) => cfd).join(', ')} : ${[...new Set(proofs)].join(' ; ')} ; répondu ${resultat.cfd ?? 'rien'}`;
}

/** The ceiling in words. */
export function ceilingText(plafond: Plafond): string {
  const { etiquettes, justes, ambigues, ambiguesFausses, justesOuAmbigues } = plafond;
  return (
    `plafond du libellé : ${String(ambigues)} étiquettes nomment plusieurs certifications de même nom, dont ${String(ambiguesFausses)} fausses ; ` +
    `justes ${String(justes)}, justes ou ambiguës ${String(justesOuAmbigues)} sur ${String(etiquettes)} (${percent(etiquettes === 0 ? null : justesOuAmbigues / etiquettes)})`
  );
}

/**
 * The report in French.
 *
 * @param lister whether labels are named; the reserve's never are
 */
export function truthText(rapport: RapportVerites, lister: boolean): string {
  const { sansVerite, fermees, contredites } = rapport;
  const accepted = [...sansVerite, ...fermees].filter(
    ({ judged, verdict }) => judged.accepte && verdict !== 'juste',
  );
  const right = contredites.filter(({ judged }) => judged.juste).length;
  const lines = [
    ...[...indirectTallies(rapport)].map(([set, tally]) => `sans vérité, ${set} : ${talliedText(tally)}`),
    `vérité fermée : ${talliedText(tallyIndirect(fermees))}`,
    ...(lister ? accepted.map((one) => `  ${verdictText(one)}`) : []),
    `contredites par leur propre ligne : ${String(contredites.length)}, dont ${String(right)} répondues tout de même`,
    ...(lister ? contredites.map((one) => `  ${contradictionText(one)}`) : []),
    ceilingText(ceilingOf(rapport)),
  ];
  return `${lines.join('\n')}\n`;
}

function named({ set, formation, type, lignes }: JudgedLabel['label']): string {
  const text = [formation.libelle, formation.specialite ?? ''].join(' ').trim();
  return `${set} « ${text} » [${type}] ×${String(lignes)}`;
}
