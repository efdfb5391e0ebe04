/** A share as reports print it, "97,6 %"; a dash where nothing was counted. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(1).replace('.', ',')} %`;
