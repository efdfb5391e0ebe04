import { isTitre } from '../codes/cfd.ts';
import type { Certification } from '../concordance/certification.ts';
import type { Concordance } from '../concordance/concordance.ts';
import { canonicalLabel } from '../features/prepare-demande.ts';
import { canonicalText } from '../labels/fold.ts';
import { readFamilles } from '../labels/read-famille.ts';
import type { IsoDate } from '../reference-data.ts';
import type { DistinctLabel } from './labelled-row.ts';
import { fitsFamille, readName, saysAll, type NomLu } from './read-name.ts';

const BRACKETS = /\(([^()]*)\)?/g;
const WORD = /[a-z0-9]+/g;

interface Bearer {
  readonly certification: Certification;
  /** Words of the brackets that name no family: who delivers it. */
  readonly certificateur: ReadonlySet<string>;
}

/**
 * Labels that bear the name of their truth and cannot tell it: other certifications of the family bear the very same
 * name, open at the rentrée ("COMPTABLE", which three bodies registered). Where a university has its own beside the
 * national one, the bare name means the national one: only the label whose truth is the university's cannot tell. The
 * diploma that a truth replaced, or that replaces it, does not count: dates tell them apart.
 */
export class SameNames {
  private readonly concordance: Concordance;
  private readonly rentree: IsoDate;
  private readonly bearers = new Map<string, Bearer[]>();

  constructor(concordance: Concordance, rentree: IsoDate) {
    this.concordance = concordance;
    this.rentree = rentree;
    for (const certification of concordance.certifications) {
      const { code, cfd, libelle } = certification;
      if (cfd === null || !concordance.ouverteALaRentree(code, rentree)) continue;
      const key = keyOf(this.nameOf(libelle));
      const known = this.bearers.get(key) ?? [];
      this.bearers.set(key, [...known, { certification, certificateur: certifierOf(libelle) }]);
    }
  }

  /** CFD, besides the truth, of the certifications that the label names as well; empty where it tells. */
  of({ formation, verites: [verite] }: DistinctLabel): readonly string[] {
    const truth = verite === undefined ? undefined : this.concordance.get(`CFD:${verite.cfd}`);
    if (truth === undefined) return [];
    const label = canonicalLabel(formation);
    const nom = readName(label, formation.typeDiplome, this.rentree);
    const name = this.nameOf(truth.libelle);
    if (!saysAll(nom, name)) return [];
    const own = certifierOf(truth.libelle);
    const said = new Set(label.match(WORD));
    return (this.bearers.get(keyOf(name)) ?? [])
      .filter(
        ({ certification: { cfd, niveau }, certificateur }) =>
          cfd !== truth.cfd &&
          isSameKind(niveau ?? '', truth.niveau ?? '') &&
          (nom.famille === null || fitsFamille(nom, niveau ?? '')) &&
          ![...truth.anciens, ...truth.nouveaux].includes(cfd ?? '') &&
          !isProperPart(own, certificateur) &&
          ![...own].some((word) => said.has(word) && !certificateur.has(word)),
      )
      .flatMap(({ certification: { cfd } }) => (cfd === null ? [] : [cfd]))
      .sort();
  }

  private nameOf(libelle: string): NomLu {
    return readName(libelle, null, this.rentree, true);
  }
}

/** Titles of one level are told apart by the third character of the CFD, which no label says. */
const isSameKind = (niveau: string, other: string): boolean =>
  niveau === other || (isTitre(niveau) && isTitre(other) && niveau.charAt(0) === other.charAt(0));

const keyOf = ({ mots, option }: NomLu): string => [...mots, option].join(' ');

const isProperPart = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  part.size < whole.size && [...part].every((word) => whole.has(word));

function certifierOf(libelle: string): ReadonlySet<string> {
  const inside = [...canonicalText(libelle).matchAll(BRACKETS)].map(([, text = '']) => text).join(' - ');
  const said = readFamilles(inside).reduceRight(
    (text, { debut, fin }) => `${text.slice(0, debut)} ${text.slice(fin)}`,
    inside,
  );
  return new Set(said.match(WORD));
}
