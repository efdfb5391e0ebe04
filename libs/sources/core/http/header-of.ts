import type { TransportResponse } from './transport.ts';

/** A header of an answer by its lower-case name; the first value where there are several. */
export function headerOf(response: Pick<TransportResponse, 'headers'>, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
