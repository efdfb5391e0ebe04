/**
 * What becomes of given codes: the real listings with their own codes, then with codes spoiled.
 *
 *   node --import ./test/quality/register-typescript.js test/quality/codes.ts
 *
 * Spoiled: 40 % of the codes missing, 15 % those of another diploma of the same listing, drawn from the hash
 * of the row so that the draw is the same everywhere. A wrong code accepted is an answer `apparie` whose
 * certification is that of the spoiled code.
 */
import { createHash } from 'node:crypto';
import { createMatcher, DEFAULT_MODEL, type GivenCodes } from '#matching';
import { formationOfRow, SANS_CODE, type LabelledRow } from '../../libs/matching/evaluation/labelled-row.ts';
import { concordanceOf, readLabelledRows, rentreeOf, SETS } from './gold.ts';

type CodedRow = LabelledRow & { readonly true_mefstat11: string };

const draw = (row: LabelledRow, salt: string): number =>
  createHash('sha256').update(`${salt} ${row.set} ${row.row_id}`).digest().readUInt32BE(0) / 2 ** 32;
const codesOf = (row: CodedRow): GivenCodes =>
  row.true_mefstat11 === ''
    ? { ...SANS_CODE, cfd: row.true_cfd }
    : { ...SANS_CODE, mefstat11: row.true_mefstat11 };

let wrongGiven = 0;
let wrongAccepted = 0;
for (const set of SETS) {
  const rows = readLabelledRows(set) as CodedRow[];
  const coded = rows.filter(({ true_cfd }) => true_cfd !== '' && !/^[345]81999/.test(true_cfd));
  const matcher = createMatcher(await concordanceOf(set), DEFAULT_MODEL, { rentree: rentreeOf(set) });
  const own = { accepted: 0, right: 0 };
  const spoiled = { given: 0, accepted: 0, all: 0, wrong: 0 };
  for (const row of coded) {
    const formation = formationOfRow(row);
    const clean = matcher.match({ ...formation, codes: codesOf(row) });
    if (clean.statut === 'apparie') own.accepted++;
    if (clean.statut === 'apparie' && clean.cfd === row.true_cfd) own.right++;
    const fate = draw(row, 'sort');
    const other = coded[Math.floor(draw(row, 'autre') * coded.length)] ?? row;
    const isOther = fate >= 0.4 && fate < 0.55 && other.true_cfd !== row.true_cfd;
    const codes = fate < 0.4 ? SANS_CODE : isOther ? codesOf(other) : codesOf(row);
    const answer = matcher.match({ ...formation, codes });
    const accepted = answer.statut === 'apparie';
    if (accepted) spoiled.all++;
    if (accepted && answer.cfd !== row.true_cfd) spoiled.wrong++;
    if (!isOther) continue;
    spoiled.given++;
    if (accepted && answer.cfd === other.true_cfd) spoiled.accepted++;
  }
  wrongGiven += spoiled.given;
  wrongAccepted += spoiled.accepted;
  process.stdout.write(
    `${set.padEnd(30)} lignes avec code ${String(coded.length)} sur ${String(rows.length)} : appariées ${String(own.accepted)} (justes ${String(own.right)}) ; ` +
      `codes gâtés ${String(spoiled.given)}, acceptés ${String(spoiled.accepted)} ; en tout acceptées ${String(spoiled.all)}, fausses ${String(spoiled.wrong)}\n`,
  );
}
process.stdout.write(
  `codes faux acceptés : ${String(wrongAccepted)} sur ${String(wrongGiven)} (${((wrongAccepted * 100) / wrongGiven).toFixed(2)} %)\n`,
);
