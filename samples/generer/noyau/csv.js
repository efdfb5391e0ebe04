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
  const corps = lignes.map((ligne) => ligneCsv(colonnes.map((c) => ligne[c]), separateur));
  return `${[ligneCsv(colonnes, separateur), ...corps].join('\n')}\n`;
}
