const DAY = 24 * 3600 * 1000;
/** Excel counts days from 30 December 1899, once its 29 February 1900 that never was is behind. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Day of a serial number of Excel as `AAAA-MM-JJ`; null outside 1900–2199, which no table of ours reaches. */
export function excelDate(serial: number, from1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 109_571) return null;
  return new Date((from1904 ? EPOCH_1904 : EPOCH) + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}
