const SIGNATURES: readonly (readonly [bytes: readonly number[], nom: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'une image PNG'],
  [[0xff, 0xd8, 0xff], 'une image JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'une image GIF'],
  [[0x25, 0x50, 0x44, 0x46], 'un document PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un classeur ou document Microsoft Office (xls, doc)'],
  [[0x50, 0x4b, 0x03, 0x04], 'une archive zip dans une archive'],
  [[0x1f, 0x8b], 'une archive gzip dans une archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'une archive 7z'],
  [[0x52, 0x61, 0x72, 0x21], 'une archive RAR'],
  [[0x42, 0x5a, 0x68], 'une archive bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58], 'une archive xz'],
  [[0x50, 0x41, 0x52, 0x31], 'un fichier Parquet'],
  [[0x7f, 0x45, 0x4c, 0x46], 'un programme'],
  [[0xff, 0xfe], 'un texte UTF-16'],
  [[0xfe, 0xff], 'un texte UTF-16'],
];

/** What a content is by its first bytes, in French, when it cannot be a CSV; null otherwise. */
export function signatureOf(head: Buffer): string | null {
  const found = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  return found?.[1] ?? null;
}
