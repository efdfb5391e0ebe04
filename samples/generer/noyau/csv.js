/**
 * @param {readonly unknown[]} cellules
 * @param {string} separateur
 */
export function ligneCsv(cellules, separateur = ';') {
  return cellules
    .map((cellule) => {
      const texte = cellule === null || cellule === undefined ? '' : String(cellule);
      return texte.includes(separateur) || texte.includes('"') || texte.includes('\n')
        ? `"${texte.replace(/"/g, '""')}"`
        : texte;
    })
    .join(separateur);
}

/**
 * @param {readonly string[]} colonnes
 * @param {readonly Record<string, unknown>[]} lignes
 * @param {string} separateur
 */
export function tableCsv(colonnes, lignes, separateur = ';') {
  const corps = lignes.map((ligne) =>
    ligneCsv(
      colonnes.map((c) => ligne[c]),
      separateur,
    ),
  );
  return `${[ligneCsv(colonnes, separateur), ...corps].join('\n')}\n`;
}

/**
 * The rows of a table as the functions above write it, by the name of their column.
 *
 * @param {string} texte
 * @returns {Record<string, string>[]}
 */
export function decoderCsv(texte) {
  const lignes = texte.split('\n').filter((ligne) => ligne !== '');
  const [colonnes = [], ...corps] = lignes.map((ligne) =>
    [...ligne.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
      ([, citee, nue]) => citee?.replaceAll('""', '"') ?? nue ?? '',
    ),
  );
  return corps.map((cellules) => Object.fromEntries(colonnes.map((colonne, i) => [colonne, cellules[i] ?? ''])));
}

/**
 * The nomenclatures quote nothing: a quotation mark inside a cell stays as it is, and a cell may hold no separator.
 *
 * @param {readonly string[]} colonnes
 * @param {readonly Record<string, unknown>[]} lignes
 * @param {string} separateur
 */
export function tableBrute(colonnes, lignes, separateur = ';') {
  const textes = [colonnes, ...lignes.map((ligne) => colonnes.map((c) => String(ligne[c] ?? '')))];
  for (const cellule of textes.flat()) {
    if (cellule.includes(separateur)) throw new Error(`séparateur dans « ${cellule} »`);
  }
  return `${textes.map((cellules) => cellules.join(separateur)).join('\n')}\n`;
}
