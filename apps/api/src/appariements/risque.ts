/** Share of errors accepted among what is matched without a human, unless a run asks otherwise (domain.md §5). */
export const RISQUE_PAR_DEFAUT = 0.01;
