import { canonicalText } from '../labels/fold.ts';
import { stem } from '../labels/stem.ts';
import type { Paire } from '../features/paire.ts';

/** A certification that the label names outright, and a truth that it hardly names. */
const NAMED = 0.95;
const HARDLY_NAMED = 0.75;
const FAMILY_FITS = 0.9;
/** What the label must hold of the sibling's own option, and may at most hold of the truth's. */
const OPTION_NAMED = 0.9;
const OPTION_UNNAMED = 0.5;
/** Share of the label's weight that the sibling holds and the truth does not. */
const OPTION_GAP = 0.12;

/**
 * Whether the truth of a label contradicts what the label says: another certification, open at the rentrée and of the
 * family that the listing names, answers it word for word while the truth does not; or the label names in full the
 * option of a sibling and not its own truth's (two options that the listing swapped). Such rows carry a wrong code
 * (domain.md §4); they are set aside before calibrating and listed. Reads words, family and dates only: neither a
 * learned weight nor the rank of a candidate, so that no mistake of the model passes for one of the listing.
 *
 * @param paires the candidates of the label, in any order
 */
export function contradictsLabel(
  paires: readonly Paire[],
  isRight: (certification: Paire['certification']) => boolean,
): boolean {
  const truths = paires.filter(({ certification }) => isRight(certification));
  return paires.some((named) => {
    if (isRight(named.certification) || !isAnswerable(named)) return false;
    if (named.meilleur.ressemblance >= NAMED && truths.every(isHardlyNamed)) return true;
    return truths.length > 0 && truths.every((truth) => namesSiblingOption(named, truth));
  });
}

const isHardlyNamed = ({ meilleur }: Paire): boolean =>
  meilleur.ressemblance <= HARDLY_NAMED && meilleur.couvertureLibelle <= HARDLY_NAMED;

/**
 * Open at the rentrée, and of the family that the column and the label name. The common entry of a diploma with
 * options says nothing against one of them.
 */
function isAnswerable({ demande, certification, situation }: Paire): boolean {
  if (situation.fermee || situation.ouvrePlusTard) return false;
  if (certification.specialitesDuTroncCommun.length > 0) return false;
  const niveau = certification.niveau ?? '';
  const fits = (fit: number): boolean => Number.isNaN(fit) || fit >= FAMILY_FITS;
  return fits(demande.fitColonne(niveau)) && fits(demande.fitLibelle(niveau));
}

/** Two options or specialities of one diploma, of which the label names the other: "option énergie électrique". */
function namesSiblingOption(named: Paire, truth: Paire): boolean {
  const gap = named.meilleur.couvertureDemande - truth.meilleur.couvertureDemande;
  if (gap < OPTION_GAP || named.certification.niveau !== truth.certification.niveau) return false;
  const its = optionOf(named.certification.libelle);
  const own = optionOf(truth.certification.libelle);
  if (its === null || own === null || its.diploma !== own.diploma) return false;
  const said = new Set(stemsOf(named.demande.canonique));
  const shareOf = (words: readonly string[], others: readonly string[]): number => {
    const telling = words.filter((word) => !others.includes(word));
    return telling.length === 0 ? 0 : telling.filter((word) => said.has(word)).length / telling.length;
  };
  return shareOf(its.words, own.words) >= OPTION_NAMED && shareOf(own.words, its.words) <= OPTION_UNNAMED;
}

const OPTION = /^(.*?)\b(?:options?|opt|specialites?|spe)\b(.*)$/;

/** What a label of the nomenclature says before its option, and the stems of the option's own name. */
function optionOf(libelle: string): { readonly diploma: string; readonly words: readonly string[] } | null {
  const found = OPTION.exec(canonicalText(libelle).replace(/\([^)]*\)?/g, ' '));
  if (found === null) return null;
  return { diploma: stemsOf(found[1] ?? '').join(' '), words: stemsOf(found[2] ?? '') };
}

function stemsOf(canonical: string): string[] {
  return (canonical.match(/[a-z]{3,}/g) ?? []).map((word) => stem(word));
}
