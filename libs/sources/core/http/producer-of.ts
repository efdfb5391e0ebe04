import { PRODUCERS, type Producer } from '../../producers.ts';
import type { SourceId } from '../table-definition.ts';

/** What is known of the producer of a source: said once, for its files and for its service. */
export function producerOf(id: SourceId): Producer {
  const producer = PRODUCERS.find((one) => one.id === id);
  if (producer === undefined) throw new Error(`no producer is known for ${id}`);
  return producer;
}
