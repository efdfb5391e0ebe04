import { Readable } from 'node:stream';
import { csvParts, type CsvCell } from '../common/csv.ts';
import { everyRow } from '../database/every-row.ts';
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
  const header = COLONNES.map(([nom]) => nom);
  const pages = everyRow((request) => formations.list(request, filter), { sort: 'rang', order: 'ASC' });
  return Readable.from(csvParts(header, pages, (row) => COLONNES.map(([, valeur]) => valeur(row))));
}
