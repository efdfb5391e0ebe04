/**
 * Finds the labels of the BCN again and lists what retrieval lost. Those of N_MEF are left out of the index: a label of
 * each diploma, and each distinct label, which several diplomas may bear. `--pas 5` asks for one in five.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/retrieval.ts [--perdus 20] [--pas 5]
 *
 * The rows of all years are asked for: dates and usage, which choose between the codes of a year, weigh
 * nothing here.
 */
import { parseArgs } from 'node:util';
import {
  createMatcher,
  DEFAULT_MODEL,
  type CodeCertification,
  type Formation,
  type Matcher,
  type Model,
  type OrigineLibelle,
} from '#matching';
import { SANS_CODE } from '../../libs/matching/evaluation/labelled-row.ts';
import type { LabelFilter } from '../../libs/matching/retrieval/label-index.ts';
import { concordanceOf } from './gold.ts';

const { values } = parseArgs({
  options: { perdus: { type: 'string', default: '10' }, pas: { type: 'string', default: '1' } },
});
const STEP = Number(values.pas);
const TIMELESS: Model = {
  ...DEFAULT_MODEL,
  poids: Object.fromEntries(
    Object.entries(DEFAULT_MODEL.poids).map(([nom, poids]) => [
      nom,
      /^(?:dates|usage)\//.test(nom) ? 0 : poids,
    ]),
  ),
  usage: { parcoursup: {}, affelnet: {}, libre: {} },
  mots: {},
};

const concordance = await concordanceOf('bcn_2020');

interface Tally {
  asked: number;
  first: number;
  ten: number;
  met: number;
  readonly lost: string[];
}

/** A label of a certification, and its place among those of one origin that the certification has. */
type Keep = (texte: string, place: number) => boolean;

/** A matcher whose index holds the labels that `libelles` keeps. */
function timeless(libelles: LabelFilter): Matcher {
  return createMatcher(concordance, TIMELESS, { rentree: '2020-09-01', libelles });
}

/** A label as a listing would give it: those of N_MEF as Affelnet does, without a column for the type. */
function question(origine: OrigineLibelle, libelle: string, famille: string | null): Formation {
  const affelnet = origine === 'MEF_LONG';
  return {
    plateforme: affelnet ? 'affelnet' : 'generique',
    libelle,
    specialite: null,
    typeDiplome: affelnet ? null : famille,
    voie: null,
    codes: SANS_CODE,
  };
}

function ask(
  matcher: Matcher,
  formation: Formation,
  isRight: (code: CodeCertification) => boolean,
  tally: Tally,
  name: string,
): void {
  const place = matcher
    .match(formation)
    .candidats.findIndex(({ codeCertification }) => isRight(codeCertification));
  tally.asked++;
  if (place === 0) tally.first++;
  if (place >= 0) tally.ten++;
  if (matcher.pairs(formation).some(({ certification }) => isRight(certification.code))) tally.met++;
  else tally.lost.push(name);
}

/** Asks for the labels of one origin that `asked` keeps, with an index that lacks those that `hidden` names. */
function find(origine: OrigineLibelle, asked: Keep, hidden: Keep, tally: Tally): void {
  const places = new Map<string, number>();
  for (const certification of concordance.certifications) {
    certification.libelles
      .filter((libelle) => libelle.origine === origine)
      .forEach(({ texte }, place) => places.set(`${certification.code} ${texte}`, place));
  }
  const placeOf = (code: string, texte: string): number => places.get(`${code} ${texte}`) ?? -1;
  const matcher = timeless(
    ({ origine: read, texte }, { code }) => read !== origine || !hidden(texte, placeOf(code, texte)),
  );
  let rank = 0;
  for (const certification of concordance.certifications) {
    for (const { origine: read, texte } of certification.libelles) {
      if (read !== origine || !asked(texte, placeOf(certification.code, texte)) || rank++ % STEP !== 0)
        continue;
      const { code, famille, libelle } = certification;
      const asking = question(origine, texte, famille);
      ask(matcher, asking, (answer) => answer === code, tally, `${texte} → ${code} ${libelle}`);
    }
  }
}

/**
 * The same by distinct label: a label that several certifications bear is asked for once, and each of them answers it.
 * It is hidden of all of them; no certification has two labels hidden at a time.
 */
function findDistinct(origine: OrigineLibelle, tally: Tally): void {
  const bearers = new Map<string, Set<string>>();
  for (const { code, libelles } of concordance.certifications) {
    for (const { origine: read, texte } of libelles) {
      if (read === origine) bearers.set(texte, (bearers.get(texte) ?? new Set()).add(code));
    }
  }
  const rounds: { readonly textes: string[]; readonly codes: Set<string> }[] = [];
  [...bearers].forEach(([texte, codes], rank) => {
    if (rank % STEP !== 0) return;
    let round = rounds.find((one) => [...codes].every((code) => !one.codes.has(code)));
    if (round === undefined) rounds.push((round = { textes: [], codes: new Set() }));
    round.textes.push(texte);
    for (const code of codes) round.codes.add(code);
  });
  for (const { textes } of rounds) {
    const hidden = new Set(textes);
    const matcher = timeless(({ origine: read, texte }) => read !== origine || !hidden.has(texte));
    for (const texte of textes) {
      const right = bearers.get(texte) ?? new Set<string>();
      ask(matcher, question(origine, texte, null), (code) => right.has(code), tally, texte);
    }
  }
}

function print(name: string, { asked, first, ten, met, lost }: Tally): void {
  const percent = (n: number): string => ((n * 100) / asked).toFixed(1);
  process.stdout.write(
    `${name} : ${String(asked)} libellés, premiers ${percent(first)} %, dans les dix ${percent(ten)} %, parmi les candidats ${percent(met)} %\n`,
  );
  for (const line of lost.slice(0, Number(values.perdus))) process.stdout.write(`  perdu : ${line}\n`);
}

const tally = (): Tally => ({ asked: 0, first: 0, ten: 0, met: 0, lost: [] });
const bcn = tally();
find(
  'BCN_STAT33',
  () => true,
  () => false,
  bcn,
);
print('V_FORMATION_DIPLOME.LIBELLE_STAT_33', bcn);
const alone = tally();
const most = Math.max(
  ...concordance.certifications.map(
    ({ libelles }) => libelles.filter(({ origine }) => origine === 'MEF_LONG').length,
  ),
);
// One label of each certification is hidden at a time: the one that is asked for.
for (let place = 0; place < most; place++) {
  const same: Keep = (_, own) => own === place;
  find('MEF_LONG', same, same, alone);
}
print('N_MEF.LIBELLE_LONG, lui-même ôté', alone);
const distinct = tally();
findDistinct('MEF_LONG', distinct);
print('N_MEF.LIBELLE_LONG, par libellé distinct', distinct);
const mef = tally();
// Stricter: the years of a diploma share their words; those that start with the same digit are hidden together.
for (const year of [/^1/, /^2/, /^(?:3|te?r|tl)/i, /^(?![123]|te?r|tl)/i]) {
  const same: Keep = (texte) => year.test(texte);
  find('MEF_LONG', same, same, mef);
}
print('N_MEF.LIBELLE_LONG, toute son année ôtée', mef);
