import type { Voie } from '../formation.ts';
import type { CodeCertification } from '../match-result.ts';
import type { Indicateur, SourceChiffres, TypeTerritoire } from './chiffres.ts';

/** A published line as a packet holds it: its snapshot is told beside. */
export type LigneAEmpaqueter = Omit<Indicateur, 'instantane'>;

/** Rises when the bytes mean something else: packets of another version are made again. */
export const VERSION_PAQUET = 1;

const SOURCES: readonly SourceChiffres[] = ['inserjeunes', 'insersup', 'sies_passage', 'sies_reussite'];
const VOIES: readonly (Voie | null)[] = [null, 'scolaire', 'apprentissage'];
const SUPPRESSIONS: readonly Indicateur['chiffres']['suppression'][] = [null, 'nd', 'na'];

/** Columns of a packet, the widest numbers first, so that each stays aligned. A number that is not known is -1, a rate NaN. */
const COLONNES = {
  taux: Float64Array,
  ligne: Uint32Array,
  code: Uint32Array,
  nbAnneeTerm: Int32Array,
  salaire12MoisQ1: Int32Array,
  salaire12MoisQ2: Int32Array,
  salaire12MoisQ3: Int32Array,
  annee: Int16Array,
  millesime: Uint16Array,
  tauxEnEmploi6Mois: Int8Array,
  tauxEnFormation: Int8Array,
  tauxAutres6Mois: Int8Array,
  source: Uint8Array,
  voie: Uint8Array,
  suppression: Uint8Array,
} as const;
type Colonne = keyof typeof COLONNES;
const NOMS = Object.keys(COLONNES) as Colonne[];
type Colonnes = { readonly [Nom in Colonne]: InstanceType<(typeof COLONNES)[Nom]> };

/** Texts that the columns name by their rank, and how many lines each place has, in the order of the places. */
interface Entete {
  readonly lieux: readonly (readonly [TypeTerritoire, string, number])[];
  readonly codes: readonly CodeCertification[];
  readonly millesimes: readonly string[];
}

/**
 * Published lines as bytes, some forty a line: by place, then by code, then in the order of the file. Numbers are in the
 * byte order of nearly every machine (little-endian).
 */
export function empaqueter(lignes: readonly LigneAEmpaqueter[]): Uint8Array {
  const lieux = new Rangs<string>();
  const codes = new Rangs<CodeCertification>();
  const millesimes = new Rangs<string>();
  const placed = lignes.map((ligne) => ({
    ligne,
    lieu: lieux.of(`${ligne.territoire} ${ligne.codeTerritoire}`),
    code: codes.of(ligne.codeCertification),
  }));
  placed.sort((a, b) => a.lieu - b.lieu || a.code - b.code || a.ligne.ligne - b.ligne.ligne);
  const counts = new Array<number>(lieux.valeurs.length).fill(0);
  for (const { lieu } of placed) counts[lieu] = (counts[lieu] ?? 0) + 1;
  const rows = placed.map(({ ligne, code }) => nombresOf(ligne, code, millesimes.of(ligne.millesime)));
  const entete: Entete = {
    lieux: lieux.valeurs.map((lieu, rang) => {
      const [territoire = '', code = ''] = lieu.split(' ');
      return [territoire as TypeTerritoire, code, counts[rang] ?? 0];
    }),
    codes: codes.valeurs,
    millesimes: millesimes.valeurs,
  };
  const texte = new TextEncoder().encode(JSON.stringify(entete));
  const { debuts, total } = placesOf(texte.length, rows.length);
  const bytes = new Uint8Array(total);
  new DataView(bytes.buffer).setUint32(0, texte.length, true);
  new DataView(bytes.buffer).setUint32(4, rows.length, true);
  bytes.set(texte, 8);
  for (const nom of NOMS) {
    const column = new COLONNES[nom](bytes.buffer, debuts[nom], rows.length);
    for (const [index, row] of rows.entries()) column[index] = row[nom];
  }
  return bytes;
}

function nombresOf(ligne: LigneAEmpaqueter, code: number, millesime: number): Record<Colonne, number> {
  const { chiffres } = ligne;
  return {
    taux: ligne.taux ?? Number.NaN,
    ligne: ligne.ligne,
    code,
    nbAnneeTerm: chiffres.nbAnneeTerm ?? -1,
    salaire12MoisQ1: chiffres.salaire12MoisQ1 ?? -1,
    salaire12MoisQ2: chiffres.salaire12MoisQ2 ?? -1,
    salaire12MoisQ3: chiffres.salaire12MoisQ3 ?? -1,
    annee: ligne.annee,
    millesime,
    tauxEnEmploi6Mois: chiffres.tauxEnEmploi6Mois ?? -1,
    tauxEnFormation: chiffres.tauxEnFormation ?? -1,
    tauxAutres6Mois: chiffres.tauxAutres6Mois ?? -1,
    source: SOURCES.indexOf(ligne.source),
    voie: VOIES.indexOf(ligne.voie),
    suppression: SUPPRESSIONS.indexOf(chiffres.suppression),
  };
}

/** Where each column begins: after the header, at a multiple of eight. */
function placesOf(texte: number, lignes: number): { debuts: Record<Colonne, number>; total: number } {
  let total = 8 + Math.ceil(texte / 8) * 8;
  const debuts = {} as Record<Colonne, number>;
  for (const nom of NOMS) {
    debuts[nom] = total;
    total += Math.ceil((lignes * COLONNES[nom].BYTES_PER_ELEMENT) / 8) * 8;
  }
  return { debuts, total };
}

/** Ranks given to values in the order they come. */
class Rangs<Value extends string> {
  readonly valeurs: Value[] = [];
  private readonly rangs = new Map<Value, number>();

  of(value: Value): number {
    const known = this.rangs.get(value);
    if (known !== undefined) return known;
    this.rangs.set(value, this.valeurs.length);
    return this.valeurs.push(value) - 1;
  }
}

/** A packet that is read line by line. */
export class PaquetLu {
  /** Places with their lines, which follow one another. */
  readonly lieux: readonly {
    territoire: TypeTerritoire;
    codeTerritoire: string;
    debut: number;
    fin: number;
  }[];
  private readonly codes: readonly CodeCertification[];
  private readonly rangs: ReadonlyMap<CodeCertification, number>;
  private readonly millesimes: readonly string[];
  private readonly colonnes: Colonnes;

  /** @param instantane SHA-256 of the file that the lines come from */
  constructor(
    paquet: Uint8Array,
    readonly instantane: string,
  ) {
    // A copy: what comes from elsewhere may begin anywhere, and columns must be aligned.
    const bytes = new Uint8Array(paquet);
    const view = new DataView(bytes.buffer);
    const [texte, lignes] = [view.getUint32(0, true), view.getUint32(4, true)];
    const entete = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + texte))) as Entete;
    const { debuts } = placesOf(texte, lignes);
    this.colonnes = Object.fromEntries(
      NOMS.map((nom) => [nom, new COLONNES[nom](bytes.buffer, debuts[nom], lignes)]),
    ) as unknown as Colonnes;
    this.codes = entete.codes;
    this.rangs = new Map(entete.codes.map((code, rang) => [code, rang]));
    this.millesimes = entete.millesimes;
    let debut = 0;
    this.lieux = entete.lieux.map(([territoire, codeTerritoire, nombre]) => {
      const lieu = { territoire, codeTerritoire, debut, fin: debut + nombre };
      debut = lieu.fin;
      return lieu;
    });
  }

  codeOf(index: number): CodeCertification {
    return this.codes[this.colonnes.code[index] ?? -1] ?? 'CFD:';
  }

  /** The first line of a code among those of a place; -1 when it has none. */
  chercher(code: CodeCertification, debut: number, fin: number): number {
    const rang = this.rangs.get(code);
    if (rang === undefined) return -1;
    let [low, high] = [debut, fin];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.colonnes.code[middle] ?? 0) < rang) low = middle + 1;
      else high = middle;
    }
    return low < fin && this.colonnes.code[low] === rang ? low : -1;
  }

  ligneAt(index: number, territoire: TypeTerritoire, codeTerritoire: string): Indicateur {
    const { colonnes } = this;
    const number = (nom: Colonne): number => colonnes[nom][index] ?? -1;
    const known = (nom: Colonne): number | null => {
      const value = number(nom);
      return value < 0 ? null : value;
    };
    const taux = number('taux');
    return {
      source: SOURCES[number('source')] ?? 'inserjeunes',
      millesime: this.millesimes[number('millesime')] ?? '',
      annee: number('annee'),
      territoire,
      codeTerritoire,
      codeCertification: this.codeOf(index),
      voie: VOIES[number('voie')] ?? null,
      chiffres: {
        nbAnneeTerm: known('nbAnneeTerm'),
        tauxEnEmploi6Mois: known('tauxEnEmploi6Mois'),
        tauxEnFormation: known('tauxEnFormation'),
        tauxAutres6Mois: known('tauxAutres6Mois'),
        salaire12MoisQ1: known('salaire12MoisQ1'),
        salaire12MoisQ2: known('salaire12MoisQ2'),
        salaire12MoisQ3: known('salaire12MoisQ3'),
        suppression: SUPPRESSIONS[number('suppression')] ?? null,
      },
      taux: Number.isNaN(taux) ? null : taux,
      instantane: this.instantane,
      ligne: number('ligne'),
    };
  }
}
