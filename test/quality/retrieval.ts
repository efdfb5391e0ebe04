/**
 * Finds the labels of the BCN again and lists what retrieval lost. Those of N_MEF are left out of the index.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/retrieval.ts [--perdus 20]
 *
 * The rows of all years are asked for: dates and usage, which choose between the codes of a year, weigh
 * nothing here.
 */
import { parseArgs } from 'node:util';
import { createMatcher, DEFAULT_MODEL, type Model, type OrigineLibelle } from '#matching';
import { SANS_CODE } from '../../libs/matching/evaluation/labelled-row.ts';
import { concordanceOf } from './gold.ts';

const { values } = parseArgs({
  options: { perdus: { type: 'string', default: '10' }, pas: { type: 'string', default: '5' } },
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
};

const concordance = await concordanceOf('bcn_2020');

interface Tally {
  asked: number;
  first: number;
  ten: number;
  met: number;
  readonly lost: string[];
}

/** Asks for the labels of one origin that `asked` keeps, with an index that lacks those that `hidden` names. */
function find(
  origine: OrigineLibelle,
  asked: (texte: string) => boolean,
  hidden: (texte: string) => boolean,
  tally: Tally,
): void {
  const matcher = createMatcher(concordance, TIMELESS, {
    rentree: '2020-09-01',
    libelles: (libelle) => libelle.origine !== 'MEF_LONG' || !hidden(libelle.texte),
  });
  let rank = 0;
  for (const certification of concordance.certifications) {
    for (const libelle of certification.libelles) {
      if (libelle.origine !== origine || !asked(libelle.texte) || rank++ % STEP !== 0) continue;
      const formation = {
        plateforme: origine === 'MEF_LONG' ? ('affelnet' as const) : ('generique' as const),
        libelle: libelle.texte,
        specialite: null,
        typeDiplome: origine === 'MEF_LONG' ? null : certification.famille,
        voie: null,
        codes: SANS_CODE,
      };
      const isIt = ({ code }: { readonly code: string }): boolean => code === certification.code;
      const place = matcher
        .match(formation)
        .candidats.findIndex(({ codeCertification }) => isIt({ code: codeCertification }));
      tally.asked++;
      if (place === 0) tally.first++;
      if (place >= 0) tally.ten++;
      if (matcher.pairs(formation).some((paire) => isIt(paire.certification))) tally.met++;
      else tally.lost.push(`${libelle.texte} → ${certification.code} ${certification.libelle}`);
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
const mef = tally();
// The years of a diploma share their words: those that start with the same digit are hidden together.
for (const year of [/^1/, /^2/, /^(?:3|te?r|tl)/i, /^(?![123]|te?r|tl)/i]) {
  const same = (texte: string): boolean => year.test(texte);
  find('MEF_LONG', same, same, mef);
}
print('N_MEF.LIBELLE_LONG, son année ôtée', mef);
