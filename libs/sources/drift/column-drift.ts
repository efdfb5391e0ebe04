import { foldHeader } from '../core/header-name.ts';

/** What changed in the columns of a table since its last snapshot. */
export interface ColumnDrift {
  /** Columns that are gone and that the parser reads: what they said is now unknown. */
  readonly manquantesLues: readonly string[];
  /** Columns that are gone and that nothing read. */
  readonly manquantes: readonly string[];
  readonly nouvelles: readonly string[];
  /** Whether the import must stop until someone has looked. */
  readonly arrete: boolean;
}

/**
 * Compares the columns of the last snapshot with those of the file just opened, whatever their case, accents and
 * order. `lues` are the columns that the parser of the table reads (`TableDescription.colonnes`). A required
 * column that is missing never comes here: the file is refused when it is opened.
 */
export function compareColumns(
  avant: readonly string[],
  apres: readonly string[],
  lues: readonly string[],
): ColumnDrift {
  const before = byFold(avant);
  const after = byFold(apres);
  const read = new Set(lues.map(foldHeader));
  const gone = [...before].filter(([folded]) => !after.has(folded));
  const manquantesLues = gone.filter(([folded]) => read.has(folded)).map(([, name]) => name);
  return {
    manquantesLues,
    manquantes: gone.filter(([folded]) => !read.has(folded)).map(([, name]) => name),
    nouvelles: [...after].filter(([folded]) => !before.has(folded)).map(([, name]) => name),
    arrete: manquantesLues.length > 0,
  };
}

/** Names by what they fold to; a column without a name is none. */
function byFold(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [foldHeader(name), name] as const).filter(([folded]) => folded !== ''));
}
