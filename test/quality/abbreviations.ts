/**
 * Proposes abbreviations from the short and long labels of the BCN, for a person to review.
 *
 *   npm run abreviations -- --references DIR… --sortie F.csv     proposes, keeping the answers that F already holds
 *   npm run abreviations -- --relu F.csv                         gives the approved ones as lines of the lexicon
 *
 * The person fills the last column with « oui » or « non ». Nothing enters the lexicon by itself: approved lines go
 * into libs/matching/labels/abbreviation-lexicon.ts with their origin, and the evaluation is run again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ReferenceData } from '#matching';
import type { LabelPair } from '../../libs/matching/labels/mine-abbreviations.ts';
import {
  lexiconLines,
  toReview,
  type LigneDeRelecture,
} from '../../libs/matching/labels/review-abbreviations.ts';
import { loadReference } from '../reference-loader.ts';

const { values } = parseArgs({
  options: {
    references: { type: 'string', multiple: true, default: [] },
    sortie: { type: 'string' },
    relu: { type: 'string' },
  },
});

const COLONNES = ['forme', 'lecture', 'preuves', 'part', 'court', 'long', 'avis'] as const;
const ligne = z
  .object({
    forme: z.string().min(1),
    lecture: z.string().min(1),
    preuves: z.coerce.number(),
    part: z.coerce.number(),
    court: z.string(),
    long: z.string(),
    avis: z
      .string()
      .transform((avis) => avis.trim().toLowerCase())
      .pipe(z.enum(['oui', 'non', ''])),
  })
  .transform(({ court, long, ...rest }): LigneDeRelecture => ({ ...rest, exemple: { court, long } }));

function readReview(file: string): LigneDeRelecture[] {
  const rows: unknown[] = parse(readFileSync(file), { columns: true, delimiter: ';', bom: true });
  return rows.map((row, i) => {
    const read = ligne.safeParse(row);
    if (read.success) return read.data;
    throw new Error(`${file}, ligne ${String(i + 2)} : ${z.prettifyError(read.error)}`);
  });
}

/** The pairs that name one diploma: short and long label of a CFD, label of a MEF and long label of its CFD. */
function pairsOf(reference: ReferenceData): LabelPair[] {
  const pairs: LabelPair[] = [];
  const longs = new Map<string, string>();
  for (const { rows } of [...reference.v_formation_diplome, ...reference.n_formation_diplome]) {
    for (const { cfd, libelleStat33, libelleLong200 } of rows) {
      if (libelleLong200 === null) continue;
      longs.set(cfd, libelleLong200);
      if (libelleStat33 !== null) pairs.push({ court: libelleStat33, long: libelleLong200 });
    }
  }
  for (const { cfd, libelleLong } of reference.n_mef.flatMap(({ rows }) => rows)) {
    const long = longs.get(cfd);
    if (libelleLong !== null && long !== undefined) pairs.push({ court: libelleLong, long });
  }
  return pairs;
}

const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;

if (values.relu !== undefined) {
  for (const line of lexiconLines(readReview(values.relu))) process.stdout.write(`${line}\n`);
} else if (values.references.length > 0 && values.sortie !== undefined) {
  const before = existsSync(values.sortie) ? readReview(values.sortie) : [];
  const lines = toReview(pairsOf(await loadReference(values.references)), before);
  const rows = lines.map(({ forme, lecture, preuves, part, exemple: { court, long }, avis }) =>
    [forme, lecture, preuves, part.toFixed(2), court, long, avis].map(cell).join(';'),
  );
  writeFileSync(values.sortie, `${COLONNES.join(';')}\n${rows.join('\n')}\n`);
  const waiting = lines.filter(({ avis }) => avis === '').length;
  process.stdout.write(
    `${String(lines.length)} lectures dans ${values.sortie}, dont ${String(waiting)} à relire\n`,
  );
} else {
  process.stderr.write('donner --references DIR… et --sortie F.csv, ou --relu F.csv\n');
  process.exitCode = 2;
}
