import { z } from 'zod';
import { parseCfd, parseMefstat11, parseSise } from '../core/code-cell.ts';
import { parseText } from '../core/cell-text.ts';
import { openTableAmong } from '../core/open-table.ts';
import { anyCell, optionalCode, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable, type TableDefinition } from '../core/table-definition.ts';
import type { OpenedTable } from '../core/table-reader.ts';
import { parseVoie } from '../core/voie.ts';

/** Labelled sets: a label, and the certification that it is known to mean. */
export const jeuEtiquete = defineTable({
  id: 'jeu_etiquete',
  source: 'evaluation',
  libelle: 'Jeu étiqueté',
  kind: 'evaluation',
  layouts: [{ requises: ['set', 'row_id', 'libelle_formation', 'true_cfd', 'label_key'] }],
  autres: ['uai', 'source', 'note', 'true_rncp'],
  schema: z.object({
    set: requiredCode('jeu', parseText),
    row_id: requiredCode('identifiant', parseText),
    // Some sets carry the whole label in the other column.
    libelle_formation: textCell,
    libelle_specialite: textCell,
    type_diplome_hint: textCell,
    filiere: textCell,
    true_cfd: optionalCode(parseCfd),
    true_mefstat11: optionalCode(parseMefstat11),
    true_sise: optionalCode(parseSise),
    n: anyCell,
    label_key: requiredCode('libellé distinct', parseText),
  }),
  toRow: (cells) => ({
    jeu: cells.set,
    id: cells.row_id,
    libelle: cells.libelle_formation ?? cells.libelle_specialite ?? '',
    specialite: cells.libelle_formation === null ? null : cells.libelle_specialite,
    typeDiplome: cells.type_diplome_hint,
    voie: parseVoie(cells.filiere),
    cfd: cells.true_cfd,
    mefstat11: cells.true_mefstat11,
    sise: cells.true_sise,
    n: Math.max(1, Number.parseInt(cells.n, 10) || 1),
    cle: cells.label_key,
  }),
});

/** Opens a labelled set; see `openTable` for what it throws. */
export async function openLabelledSet(path: string): Promise<OpenedTable<'jeu_etiquete'>> {
  const definitions = [jeuEtiquete] as unknown as readonly TableDefinition[];
  const opened = await openTableAmong(definitions, path, { attendu: 'jeu_etiquete' });
  return opened as OpenedTable<'jeu_etiquete'>;
}
