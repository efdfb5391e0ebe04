import { compareColumns, SourceFormatError, UnknownTableError, type SourceError } from '#sources';

/** What refused most lines of one column. */
export interface RefusedColumn {
  readonly colonne: string;
  readonly n: number;
  readonly message: string;
}

/** The last snapshot of the table, to say what changed since. */
export interface LastSnapshot {
  readonly nom: string;
  /** `JJ/MM/AAAA`. */
  readonly importeLe: string;
  readonly colonnes: readonly string[];
}

/**
 * From this share of lines refused for one column on, the column holds something else than it did: dates written
 * another way, another code. A few bad cells never come near it.
 */
export const MAX_REFUSED_BY_COLUMN = 0.5;

/** The same refusal, with what changed in the header since the last snapshot of the table. */
export function explainDrift(error: SourceError, last: LastSnapshot): SourceError {
  const { colonnes } = error.details;
  if (colonnes === undefined) return error;
  const { manquantes: retirees, nouvelles: ajoutees } = compareColumns(last.colonnes, colonnes, []);
  const changes = [
    retirees.length > 0 ? `disparues : ${retirees.join(', ')}` : '',
    ajoutees.length > 0 ? `nouvelles : ${ajoutees.join(', ')}` : '',
  ].filter((part) => part !== '');
  if (changes.length === 0) return error;
  const message =
    `${error.message} Colonnes changées depuis le dernier instantané en service ` +
    `(${last.nom}, importé le ${last.importeLe}), ${changes.join(' ; ')}. Rien n'a été importé.`;
  const details = { ...error.details, cause: error };
  return error instanceof UnknownTableError
    ? new UnknownTableError(message, details)
    : new SourceFormatError(message, details);
}

/** The error of a file that opens, but without columns that the last snapshot had and that are read; or null. */
export function lostColumns(
  nom: string,
  table: string,
  manquantes: readonly string[],
  last: { readonly nom: string },
): SourceFormatError | null {
  const [colonne] = manquantes;
  if (colonne === undefined) return null;
  return new SourceFormatError(
    `${nom} : colonne(s) disparue(s) depuis le dernier instantané en service (${last.nom}) alors qu'elles sont ` +
      `lues : ${manquantes.join(', ')}. Rien n'a été importé.`,
    { source: table, fichier: nom, colonne },
  );
}

/** The error of a file of which a column is no more what it was, or null. */
export function lostType(
  nom: string,
  table: string,
  lignes: number,
  refused: RefusedColumn | null,
  last: { readonly nom: string; readonly lignes: number; readonly refusees: number },
): SourceFormatError | null {
  if (refused === null || refused.n < lignes * MAX_REFUSED_BY_COLUMN) return null;
  if (last.refusees >= last.lignes * MAX_REFUSED_BY_COLUMN) return null;
  return new SourceFormatError(
    `${nom} : la colonne ${refused.colonne} n'a plus le type attendu, ${refused.n} lignes sur ${lignes} sont ` +
      `refusées à cause d'elle (${refused.message}), contre ${last.refusees} refusée(s) sur ${last.lignes} dans ` +
      `le dernier instantané en service (${last.nom}). Rien n'a été importé.`,
    { source: table, fichier: nom, colonne: refused.colonne },
  );
}
