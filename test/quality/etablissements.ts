import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parseSiret, type OffresEtablissements } from '#matching';
import { strateOf } from '../../libs/matching/decision/strate.ts';
import { POIDS_OFFRE, reclasser, temoignage } from '../../libs/matching/decision/offre-etablissement.ts';
import { thresholdFor } from '../../libs/matching/model/threshold.ts';
import type { Classe } from '../../libs/matching/model/rank.ts';
import type { CodeCertification } from '../../libs/matching/match-result.ts';
import { generator } from '../bench/draw.ts';
import { isDevelopment } from './examples.ts';
import { readLabelledRows, rentreeOf, SETS, SHARED_DATA } from './gold.ts';
import { isAcceptable, learnModel, type Apprentissage, type ReponseCroisee } from './learn.ts';

/** The listings whose rows say where they are taught. */
const AVEC_UAI = SETS.filter((set) => set.endsWith('2020'));
const CARIF_OREF = ['20200203', '20200213', '20200625'].map((day) => `carif_oref_${day}.csv.gz`);
const POIDS = [0.5, 0.75, POIDS_OFFRE, 1.25, 1.5, 2, 3];
const TIRAGES = 500;

/** One row of a listing: where, under which label, with which code. */
interface Enseigne {
  readonly etablissement: string;
  readonly cle: string;
  readonly code: CodeCertification;
}

/**
 * What the listings say of establishments, on the labels of the development part: their UAI, and the SIRET of who trains
 * in the offer of Carif-Oref, whose rows are found again by their label.
 */
async function enseignes(): Promise<Enseigne[]> {
  const out: Enseigne[] = [];
  const cleOf = new Map<string, string>();
  for (const set of AVEC_UAI) {
    for (const { uai = '', label_key: cle, true_cfd, libelle_formation } of readLabelledRows(set)) {
      if (!isDevelopment(cle)) continue;
      if (set === 'rco_2020') cleOf.set(folded(libelle_formation), cle);
      const cfd = true_cfd.trim();
      if (uai !== '' && cfd !== '') out.push({ etablissement: uai, cle, code: `CFD:${cfd}` });
    }
  }
  for (const file of CARIF_OREF) {
    const path = join(SHARED_DATA, 'catalogues', file);
    const rows = createReadStream(path)
      .pipe(createGunzip())
      .pipe(parse({ columns: true, bom: true, delimiter: ';', relax_column_count: true }));
    for await (const row of rows as AsyncIterable<Readonly<Record<string, string>>>) {
      const cle = cleOf.get(folded(row['Nom de la formation'] ?? ''));
      const siret = parseSiret(row['formateur_SIRET'] ?? '');
      const cfd = (row['Code scolarité'] ?? '').trim();
      if (cle === undefined || siret === null || cfd === '') continue;
      // Spreadsheets have dropped the leading zeros.
      out.push({ etablissement: siret, cle, code: `CFD:${cfd.padStart(8, '0')}` });
    }
  }
  return out;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What each establishment teaches, and under which labels. */
class Offres {
  private readonly parEtablissement = new Map<string, Map<CodeCertification, Set<string>>>();

  constructor(rows: readonly Enseigne[]) {
    for (const { etablissement, code, cle } of rows) {
      const codes = this.parEtablissement.get(etablissement) ?? new Map<CodeCertification, Set<string>>();
      this.parEtablissement.set(etablissement, codes);
      codes.set(code, (codes.get(code) ?? new Set()).add(cle));
    }
  }

  /** Under another label than this one: a row never testifies for itself. */
  sans(cle: string): OffresEtablissements {
    return {
      vide: false,
      de: (codes) => {
        const found = new Map<CodeCertification, ReadonlySet<'catalogue_apprentissage'>>();
        for (const etablissement of codes) {
          for (const [code, labels] of this.parEtablissement.get(etablissement) ?? []) {
            if (labels.size > 1 || !labels.has(cle)) found.set(code, new Set(['catalogue_apprentissage']));
          }
        }
        return found;
      },
    };
  }
}

/** Candidates that the establishments tell apart, with what is true there. */
interface Cas {
  readonly cle: string;
  readonly ranked: readonly Classe[];
  readonly etablissements: readonly string[];
  readonly offres: OffresEtablissements;
  readonly rentree: string;
  readonly verites: ReadonlySet<string>;
  readonly accepte: boolean;
}

function reclassed(
  { ranked, etablissements, offres, rentree }: Cas,
  poids: number,
): readonly Classe[] | null {
  const temoin = temoignage(
    etablissements.map((one) => [one]),
    offres,
    rentree,
  );
  return temoin === null ? null : (reclasser(ranked, temoin, poids)?.ranked ?? null);
}

const isRight = ({ verites }: Cas, classe: Classe | undefined): boolean =>
  verites.has(classe?.paire.certification.code ?? '');

function isAccepted({ reponse, confiance }: Apprentissage['jugees'][number], model: Apprentissage['model']) {
  const [first] = reponse.ranked;
  if (first === undefined || !isAcceptable(reponse.ranked)) return false;
  return confiance >= thresholdFor(model, 0.01, strateOf(first.paire));
}

/** Log-likelihood of the truths, once an offer weighs `poids`; a label counts once, whatever the number of its cases. */
function likelihood(cas: readonly Cas[], poids: number): number {
  const perLabel = new Map<string, number>();
  for (const { cle } of cas) perLabel.set(cle, (perLabel.get(cle) ?? 0) + 1);
  return cas.reduce((sum, one) => {
    const mass = (reclassed(one, poids) ?? [])
      .filter((classe) => isRight(one, classe))
      .reduce((total, { probabilite }) => total + probabilite, 0);
    return mass === 0 ? sum : sum + Math.log(mass) / (perLabel.get(one.cle) ?? 1);
  }, 0);
}

const GRILLE = Array.from({ length: 61 }, (_, i) => i / 10 - 2);

/** The weight that makes the truths likeliest, with the interval that the labels drawn again give (95 %). */
function learnedWeight(cas: readonly Cas[]): { poids: number; de: number; a: number } {
  const labels = [...new Set(cas.map(({ cle }) => cle))];
  // One row a label, one column a weight: drawing again is then adding rows.
  const rows = labels.map((label) => {
    const own = cas.filter(({ cle }) => cle === label);
    return GRILLE.map((poids) => likelihood(own, poids));
  });
  const best = (chosen: readonly (readonly number[])[]): number => {
    const sums = GRILLE.map((_, i) => chosen.reduce((sum, row) => sum + (row[i] ?? 0), 0));
    return GRILLE[sums.indexOf(Math.max(...sums))] ?? 0;
  };
  const random = generator(20261121);
  const drawn = Array.from({ length: TIRAGES }, () =>
    best(rows.map(() => rows[Math.floor(random() * rows.length)] ?? [])),
  ).sort((x, y) => x - y);
  const at = (share: number): number => drawn[Math.floor(share * (TIRAGES - 1))] ?? 0;
  return { poids: best(rows), de: at(0.025), a: at(0.975) };
}

function report(title: string, cas: readonly Cas[]): string {
  const told = cas.filter((one) => reclassed(one, 1) !== null);
  const before = told.filter((one) => isRight(one, one.ranked[0])).length;
  const lines = POIDS.map((poids) => {
    let mended = 0;
    let broken = 0;
    for (const one of told) {
      const was = isRight(one, one.ranked[0]);
      const is = isRight(one, reclassed(one, poids)?.[0]);
      if (is && !was) mended++;
      if (was && !is) broken++;
    }
    return `    poids ${poids.toFixed(2)} : ${String(before + mended - broken)} justes, ${String(mended)} réparés, ${String(broken)} cassés\n`;
  });
  const { poids, de, a } = learnedWeight(told);
  return (
    `  ${title} : ${String(cas.length)}, départagés ${String(told.length)}, justes par le libellé ${String(before)}\n` +
    lines.join('') +
    `    poids appris ${poids.toFixed(1)} (95 % : ${de.toFixed(1)} à ${a.toFixed(1)})\n`
  );
}

/**
 * Measures what an establishment's other formations say of a label: by label with all its establishments together, as
 * the engine reads them, and by pair of a label and one establishment. Answers of rankers that have not seen the label.
 */
export async function measureEstablishments(journal: (text: string) => void): Promise<string> {
  const rows = await enseignes();
  const { model, jugees } = await learnModel(isDevelopment, journal);
  const offres = new Offres(rows);
  const places = new Map<string, Map<string, Set<string>>>();
  for (const { cle, etablissement, code } of rows) {
    const of = places.get(cle) ?? new Map<string, Set<string>>();
    places.set(cle, of);
    of.set(etablissement, (of.get(etablissement) ?? new Set()).add(code));
  }
  const byLabel: Cas[] = [];
  const byPair: Cas[] = [];
  for (const jugee of jugees) {
    const { example, ranked }: ReponseCroisee = jugee.reponse;
    const { cle, set, verites } = example.label;
    const here = places.get(cle);
    if (here === undefined || !(AVEC_UAI as readonly string[]).includes(set)) continue;
    const shared = {
      cle,
      ranked,
      offres: offres.sans(cle),
      rentree: rentreeOf(set),
      accepte: isAccepted(jugee, model),
    };
    const truths = new Set(verites.map(({ cfd }) => `CFD:${cfd}`));
    byLabel.push({ ...shared, etablissements: [...here.keys()], verites: truths });
    for (const [etablissement, codes] of here)
      byPair.push({ ...shared, etablissements: [etablissement], verites: codes });
  }
  const asked = (cas: readonly Cas[]): Cas[] => cas.filter(({ accepte }) => !accepte);
  const accepted = (cas: readonly Cas[]): Cas[] => cas.filter(({ accepte }) => accepte);
  const elsewhere = byPair.filter(
    (one) => !isRight(one, one.ranked[0]) && one.ranked[0] !== undefined && byLabelRight(one, byLabel),
  );
  return (
    report('libellés laissés à une personne', asked(byLabel)) +
    report('libellés acceptés', accepted(byLabel)) +
    report('couples (libellé, établissement) laissés à une personne', asked(byPair)) +
    report('couples (libellé, établissement) acceptés', accepted(byPair)) +
    `  couples dont la vérité n'est pas celle du libellé ailleurs : ${String(elsewhere.length)}, ` +
    `${String(new Set(elsewhere.map(({ cle }) => cle)).size)} libellés, ` +
    `dont ${String(new Set(asked(elsewhere).map(({ cle }) => cle)).size)} laissés à une personne\n`
  );
}

const byLabelRight = ({ cle }: Cas, byLabel: readonly Cas[]): boolean =>
  byLabel.some((label) => label.cle === cle && isRight(label, label.ranked[0]));
