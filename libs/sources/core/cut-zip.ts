import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createInflateRaw } from 'node:zlib';

const LOCAL_HEADER = 30;
const DEFLATED = 8;
/** Counting stops here: the figure is for a message. */
const MAX_COUNTED = 256 * 1024 * 1024;

/**
 * Whole lines that a zip without its table of contents (a download cut short) still gives of its first
 * member; 0 when none can be told.
 */
export async function countLinesOfCutZip(path: string): Promise<number> {
  const start = await startOfData(path);
  if (start === null) return 0;
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  pipeline(createReadStream(path, { start }), inflate, () => undefined);
  let lines = 0;
  let read = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      for (const byte of chunk) if (byte === 0x0a) lines += 1;
      read += chunk.length;
      if (read > MAX_COUNTED) break;
    }
  } catch {
    // Damaged data end the count: what was unpacked before is what can be told.
  }
  return lines;
}

async function startOfData(path: string): Promise<number | null> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOCAL_HEADER), 0, LOCAL_HEADER, 0);
    if (bytesRead < LOCAL_HEADER || buffer.readUInt16LE(8) !== DEFLATED) return null;
    return LOCAL_HEADER + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
