import type { Concordance } from '../concordance/concordance.ts';
import type { NatureLien } from '../concordance/links.ts';
import { canonicalLabel } from '../features/prepare-demande.ts';
import { canonicalText } from '../labels/fold.ts';
import type { CodeCertification } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';
import { formationOfRow } from './labelled-row.ts';
import { fitsFamille, isBeginningOf, isSameName, readName, shareWord, type NomLu } from './read-name.ts';
import { cfdsByCi, readEvidence, type EvidenceRow, type RowEvidence } from './row-evidence.ts';

/**
 * Where the truth of a row that bears none in force was found, the most trusted first: in its own codes, then in the
 * name that its own code has, then in what else bears its name.
 */
export const ORIGINES_INDIRECTES = [
  'successeur du code fermé',
  'spécialité de la ligne',
  'Certif Info',
  'fiche RNCP',
  'lignes du même CI',
  'nom du CI',
  'filiation du CI',
  'même libellé dans une liste',
  'nom officiel',
] as const;
export type OrigineIndirecte = (typeof ORIGINES_INDIRECTES)[number];

/** What a row without a truth says of it all the same. */
export interface VeriteIndirecte {
  readonly origine: OrigineIndirecte;
  /** CFD that are right, in force at the rentrée. */
  readonly codes: readonly string[];
  /** The row prepares for several certifications at once: no single one is right. */
  readonly plusieurs: boolean;
}

/** What rows without a truth are judged by. None of it is ever learned from. */
export interface Preuves {
  /** The nomenclature of the year with the tables of links that the engine is not given: Certif Info, kit, RNCP. */
  readonly concordance: Concordance;
  readonly rentree: IsoDate;
  /** Rows that bear a truth, of the listings of the year. */
  readonly temoins: readonly EvidenceRow[];
}

const SAID: ReadonlySet<NatureLien> = new Set(['direct', 'indirect']);

/** The second truth of rows that have none of their own, or one that is closed at the rentrée. */
export class IndirectTruths {
  private readonly preuves: Preuves;
  private readonly officiels = new Map<
    string,
    { readonly nom: NomLu; readonly cfd: string; readonly niveau: string }[]
  >();
  private readonly jumeaux = new Map<string, { readonly nom: NomLu; readonly cfd: string }[]>();
  private readonly parCi: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(preuves: Preuves) {
    this.preuves = preuves;
    this.parCi = cfdsByCi(preuves.temoins);
    const { concordance, rentree } = preuves;
    for (const { code, cfd, niveau, libelles } of concordance.certifications) {
      if (cfd === null || niveau === null || !concordance.ouverteALaRentree(code, rentree)) continue;
      for (const { texte } of libelles) {
        const nom = readName(texte, null, rentree, true);
        put(this.officiels, headOf(nom), { nom, cfd, niveau });
      }
    }
    for (const row of preuves.temoins) {
      const cfd = row.true_cfd.trim();
      if (cfd === '') continue;
      const nom = this.nameOf(row);
      put(this.jumeaux, headOf(nom), { nom, cfd });
    }
  }

  /** The first origin that says something of the row, or null where none does. */
  of(row: EvidenceRow): VeriteIndirecte | null {
    const evidence = readEvidence(row.note);
    const found: Readonly<Record<OrigineIndirecte, () => readonly (readonly string[])[]>> = {
      'successeur du code fermé': () => [row.true_cfd.trim() === '' ? [] : [row.true_cfd.trim()]],
      'spécialité de la ligne': () => [this.bySpecialite(row, evidence)],
      'Certif Info': () => evidence.ci.map((ci) => this.linked('CI', ci, true)),
      'fiche RNCP': () => [row.true_rncp === '' ? [] : this.linked('RNCP', row.true_rncp, true)],
      'lignes du même CI': () => evidence.ci.map((ci) => this.majority(ci)),
      'nom du CI': () =>
        evidence.intitule === null
          ? []
          : this.named(readName(evidence.intitule, row.type_diplome_hint || null, this.preuves.rentree)),
      'filiation du CI': () => evidence.ci.map((ci) => this.linked('CI', ci, false)),
      'même libellé dans une liste': () => [this.twins(row)],
      'nom officiel': () => this.named(this.nameOf(row)),
    };
    for (const origine of ORIGINES_INDIRECTES) {
      const parts = found[origine]().map((codes) => this.inForce(codes));
      if (parts.length === 0 || parts.some((codes) => codes.length === 0)) continue;
      const [first = [], ...others] = parts;
      const plusieurs = others.some((codes) => !codes.some((code) => first.includes(code)));
      return { origine, codes: [...new Set(parts.flat())].sort(), plusieurs };
    }
    return null;
  }

  /** Affelnet repeats its type at the head of the label ("CAP_AP CUISINE"), in a form that no word of it is. */
  private nameOf(row: EvidenceRow): NomLu {
    const type = canonicalText(row.type_diplome_hint);
    const label = canonicalLabel(formationOfRow(row));
    const repeated = row.set.startsWith('affelnet') && type !== '' && label.startsWith(`${type} `);
    const text = repeated ? label.slice(type.length) : label;
    return readName(text, row.type_diplome_hint || null, this.preuves.rentree);
  }

  /**
   * The certification whose CFD ends with the specialité. Some académies number their own: a certification that shares
   * no word with the label is none of this row's.
   */
  private bySpecialite(row: EvidenceRow, { specialite, cfdDeSpecialite }: RowEvidence): readonly string[] {
    if (specialite?.length !== 5) return [];
    const nom = this.nameOf(row);
    const { certifications } = this.preuves.concordance;
    const known = certifications.flatMap(({ cfd, niveau, libelle }) => {
      if (cfd?.endsWith(specialite) !== true) return [];
      if (cfdDeSpecialite === null ? !fitsFamille(nom, niveau ?? '') : cfd !== cfdDeSpecialite) return [];
      return shareWord(nom, readName(libelle, null, this.preuves.rentree, true)) ? [cfd] : [];
    });
    return known.length === 1 ? known : [];
  }

  private linked(type: 'CI' | 'RNCP', code: string, said: boolean): readonly string[] {
    return this.preuves.concordance
      .liens(type, code)
      .filter(({ nature }) => SAID.has(nature) === said)
      .map(({ certification }) => certification.replace(/^CFD:/, ''));
  }

  /** The code that more than half of the rows of a CI bear. */
  private majority(ci: string): readonly string[] {
    const tally = [...(this.parCi.get(ci) ?? [])];
    const total = tally.reduce((sum, [, rows]) => sum + rows, 0);
    return tally.filter(([, rows]) => rows * 2 > total).map(([cfd]) => cfd);
  }

  /**
   * The certifications of the family that bear this name; failing any, those whose name begins so: Affelnet cuts its
   * labels at forty characters. Several mean that the name does not tell which.
   */
  private named(nom: NomLu): readonly (readonly string[])[] {
    const family = (this.officiels.get(headOf(nom)) ?? []).filter(({ niveau }) => fitsFamille(nom, niveau));
    const same = family.filter(({ nom: official }) => isSameName(nom, official));
    const cut = nom.mots.length < 2 ? [] : family.filter(({ nom: official }) => isBeginningOf(nom, official));
    return [...new Set((same.length > 0 ? same : cut).map(({ cfd }) => cfd))].map((cfd) => [cfd]);
  }

  /** The code that every row of the same name and family bears. */
  private twins(row: EvidenceRow): readonly string[] {
    const nom = this.nameOf(row);
    const same = (this.jumeaux.get(headOf(nom)) ?? []).filter(
      ({ nom: twin, cfd }) => isSameName(nom, twin) && fitsFamille(nom, cfd.slice(0, 3)),
    );
    const codes = [...new Set(same.map(({ cfd }) => cfd))];
    return codes.length === 1 ? codes : [];
  }

  /** The codes that stand at the rentrée for those given: themselves, else their successors or predecessors. */
  private inForce(codes: readonly string[]): readonly string[] {
    const { concordance, rentree } = this.preuves;
    const standing = codes.flatMap((cfd): readonly CodeCertification[] => {
      const code: CodeCertification = `CFD:${cfd}`;
      if (concordance.get(code) === undefined) return [];
      const situation = concordance.situationALaRentree(code, rentree);
      if (situation === 'ouverte') return [code];
      return situation === 'fermee'
        ? concordance.successeursOuverts(code, rentree)
        : concordance.predecesseursOuverts(code, rentree);
    });
    return [...new Set(standing.map((code) => code.replace(/^CFD:/, '')))].sort();
  }
}

/** Names are looked up by the first letters of their first word, which no abbreviation drops. */
const headOf = ({ mots: [first = ''] }: NomLu): string => first.slice(0, 3);

function put<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}
