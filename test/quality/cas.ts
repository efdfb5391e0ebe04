import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildConcordance, createMatcher, DEFAULT_MODEL, type MatchResult } from '#matching';
import { openTable, type FormationRow, type ReadRow } from '#sources';
import { formationAApparier } from '../../apps/api/src/campagnes/formation-a-apparier.ts';
import { loadReference } from '../reference-loader.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const CATALOGUES = ['parcoursup', 'affelnet', 'apprentissage', 'generique'] as const;
type Catalogue = (typeof CATALOGUES)[number];

/** One line of samples/cas.csv: what a row of the sample catalogues must be answered. */
interface Cas {
  readonly catalogue: Catalogue;
  readonly identifiant: string;
  readonly cas: string;
  /** One status, or two separated by `|` that are both right. */
  readonly attendu_statut: string;
  /** Empty where no certification may be accepted. */
  readonly attendu_certification: string;
  readonly pourquoi: string;
}

/** An expectation with what became of its row. */
export interface CasJuge {
  readonly cas: Cas;
  /** The row as the engine saw it, for the message of a failure. */
  readonly libelle: string;
  /** Null where the row was refused at import. */
  readonly resultat: MatchResult | null;
  /** A certification taken without a human that is not the expected one. */
  readonly accepteATort: boolean;
  /** Another status than those expected, or another certification than the one expected. */
  readonly ecart: string | null;
}

function judge(cas: Cas, libelle: string, resultat: MatchResult | null): CasJuge {
  const statut = resultat?.statut ?? 'refuse';
  const code = resultat?.codeCertification ?? '';
  const accepteATort = statut === 'apparie' && code !== cas.attendu_certification;
  const ecarts: string[] = [];
  if (!cas.attendu_statut.split('|').includes(statut))
    ecarts.push(`statut ${statut}, attendu ${cas.attendu_statut}`);
  if (cas.attendu_certification !== '' && code !== cas.attendu_certification && resultat !== null)
    ecarts.push(`certification ${code || 'aucune'}, attendue ${cas.attendu_certification}`);
  return { cas, libelle, resultat, accepteATort, ecart: ecarts.length > 0 ? ecarts.join(' ; ') : null };
}

/** Matches every row of the sample catalogues and compares the answers with samples/cas.csv. */
export async function judgeSamples(rentree = '2026-09-01'): Promise<readonly CasJuge[]> {
  const expected = parse<Cas>(readFileSync(join(SAMPLES, 'cas.csv')), { columns: true, delimiter: ';' });
  const byRow = new Map(expected.map((cas) => [`${cas.catalogue} ${cas.identifiant}`, cas]));
  const concordance = buildConcordance(await loadReference([join(SAMPLES, 'references')]));
  const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree });
  const judged: CasJuge[] = [];
  for (const catalogue of CATALOGUES) {
    const path = join(SAMPLES, 'catalogues', `${catalogue}.csv`);
    const opened = await openTable(path, { attendu: catalogue, plateforme: catalogue });
    let line = 1;
    for await (const read of opened.rows() as AsyncIterable<ReadRow<FormationRow>>) {
      line++;
      const row = 'row' in read ? read.row : undefined;
      const id = catalogue === 'parcoursup' || catalogue === 'generique' ? row?.id : `L${String(line)}`;
      const cas = byRow.get(`${catalogue} ${id ?? ''}`);
      if (row === undefined || cas === undefined) continue;
      byRow.delete(`${catalogue} ${cas.identifiant}`);
      const formation = formationAApparier(row, catalogue);
      const libelle = [formation.libelle, formation.specialite, formation.typeDiplome]
        .filter((one) => one !== null && one !== '')
        .join(' | ');
      judged.push(judge(cas, libelle, matcher.match(formation)));
    }
  }
  return [...judged, ...[...byRow.values()].map((cas) => judge(cas, '', null))];
}
