/** Bounds that keep a hostile or damaged file from exhausting memory or disk. */
export interface Limits {
  /** Greatest size of a line or record, in bytes. */
  readonly octetsParLigne: number;
  /** Greatest size of the content of an archive once unpacked, in bytes. */
  readonly octetsDecompresses: number;
  /** Greatest ratio of unpacked to packed bytes, tested once 16 MiB are unpacked. */
  readonly tauxDeCompression: number;
}

export const DEFAULT_LIMITS: Limits = {
  octetsParLigne: 1024 * 1024,
  octetsDecompresses: 2 * 1024 * 1024 * 1024,
  tauxDeCompression: 200,
};

/** Below this size a high ratio is only a very regular file. */
export const RATIO_TESTED_FROM = 16 * 1024 * 1024;
