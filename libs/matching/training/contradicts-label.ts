import type { Ressemblance } from '../features/paire.ts';
import type { Classe } from '../model/rank.ts';

/** A certification that the label names outright, and a truth that it hardly names. */
const NAMED = 0.95;
const HARDLY_NAMED = 0.75;
const FAMILY_FITS = 0.9;
const OPTION_NAMED = 0.8;
const OPTION_GAP = 0.12;

/**
 * Whether the truth of a label contradicts what the label says: another certification, of the family that the
 * listing names, answers it word for word while the truth does not. Such rows carry a wrong code (domain.md
 * §4); they are set aside before calibrating and listed. Reads the words and the family only, not the score,
 * so that a mistake of the ranker is not taken for a mistake of the listing.
 */
export function contradictsLabel(ranked: readonly Classe[], isRight: (classe: Classe) => boolean): boolean {
  const [first] = ranked;
  if (first === undefined || isRight(first)) return false;
  const { demande, meilleur, certification, situation } = first.paire;
  if (situation.ouvrePlusTard) return false;
  const niveau = certification.niveau ?? '';
  const column = demande.fitColonne(niveau);
  const label = demande.fitLibelle(niveau);
  const fits = (fit: number): boolean => Number.isNaN(fit) || fit >= FAMILY_FITS;
  if (!fits(column) || !fits(label)) return false;
  const truth = ranked.find(isRight)?.paire.meilleur;
  if (meilleur.ressemblance >= NAMED && (truth?.ressemblance ?? 0) <= HARDLY_NAMED) return true;
  return truth !== undefined && namesAnotherOption(meilleur, truth);
}

/** Two options of one diploma, of which the label names the other: "option énergie électrique". */
function namesAnotherOption(named: Ressemblance, truth: Ressemblance): boolean {
  const isOption = ({ label }: Ressemblance): boolean => /\bopt/.test(label.canonique);
  return (
    isOption(named) &&
    isOption(truth) &&
    named.couvertureDemande >= OPTION_NAMED &&
    named.couvertureDemande - truth.couvertureDemande >= OPTION_GAP
  );
}
