/**
 * Whether an entry of the register is alive as the CPF sees it: in the offer, or with an entry within the twelve months
 * that end with the data. Null where neither the offer nor the months are imported.
 * @param dernier last month of the data set, `AAAA-MM`
 */
export function estVivant(
  dansOffre: boolean | null,
  mois: readonly { readonly periode: string; readonly entrees: number }[],
  dernier: string | null,
): boolean | null {
  if (dansOffre === true) return true;
  if (dernier === null) return dansOffre;
  const limit = `${String(Number(dernier.slice(0, 4)) - 1)}${dernier.slice(4)}`;
  return mois.some(({ periode, entrees }) => periode > limit && entrees > 0);
}
