import { Readable } from 'node:stream';
import { csvParts, type CsvCell } from '../common/csv.ts';
import { MAX_PER_PAGE } from '../common/list-query.ts';
import type { FormationFilter } from './formation-filter.ts';
import type { FormationQuery, FormationView } from './formation.query.ts';

/** The columns, as the back office names them. */
const COLONNES: readonly (readonly [nom: string, valeur: (row: FormationView) => CsvCell])[] = [
  ['Identifiant', (row) => row.identifiant],
  ['Libellé', (row) => row.libelle],
  ['Spécialité', (row) => row.specialite],
  ['Type de diplôme', (row) => row.typeDiplome],
  ['Voie', (row) => row.voie],
  ['UAI', (row) => row.uai],
  ['Établissement', (row) => row.etablissement],
  ['Commune', (row) => row.commune],
  ['Académie', (row) => row.academie],
  ['Places', (row) => row.capacite],
  ['Vœux', (row) => row.voeux],
  ['Statut', (row) => row.statut],
  ['Code certification', (row) => row.codeCertification],
  ['Certification', (row) => row.libelleCertification],
  ['CFD', (row) => row.cfd],
  ['MEFSTAT11', (row) => row.mefstat11.join(' ')],
  ['RNCP', (row) => row.rncp.join(' ')],
  ['SISE', (row) => row.sise],
  ['Idéo', (row) => row.ideo.join(' ')],
  ['Confiance', (row) => row.confiance],
  ['Motifs', (row) => row.motifs.join(' ')],
  ['Décision', (row) => row.decision],
];

/** The filtered formations in the order of the catalogue, as a spreadsheet reads them, a page of the list at a time. */
export function formationsCsv(formations: FormationQuery, filter: FormationFilter): Readable {
  return Readable.from(
    csvParts(
      COLONNES.map(([nom]) => nom),
      pages(formations, filter),
    ),
  );
}

async function* pages(formations: FormationQuery, filter: FormationFilter): AsyncGenerator<CsvCell[][]> {
  for (let offset = 0; ; offset += MAX_PER_PAGE) {
    const request = { perPage: MAX_PER_PAGE, offset, sort: 'rang', order: 'ASC' } as const;
    const { data, total } = await formations.list(request, filter);
    yield data.map((row) => COLONNES.map(([, valeur]) => valeur(row)));
    if (offset + data.length >= total || data.length === 0) return;
  }
}
