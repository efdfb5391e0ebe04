import { decoderOf } from './encoding.ts';
import type { ByteContent } from './file-to-open.ts';
import type { Encodage } from './table-reader.ts';

/** Text of a content, chunk by chunk, without its byte order mark and its first `skip` characters. */
export async function* decodedText(
  content: ByteContent,
  encodage: Encodage,
  bom: boolean,
  skip = 0,
): AsyncGenerator<string> {
  const decoder = decoderOf(encodage);
  let left = skip;
  let mark = bom ? 3 : 0;
  for await (const chunk of content.open()) {
    const text = decoder.decode(chunk.subarray(mark));
    mark = Math.max(0, mark - chunk.length);
    if (left >= text.length) left -= text.length;
    else {
      yield text.slice(left);
      left = 0;
    }
  }
  const rest = decoder.end();
  if (rest.length > left) yield rest.slice(left);
}
