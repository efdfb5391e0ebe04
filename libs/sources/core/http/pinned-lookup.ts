import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { UnsafeAddressError } from './http-errors.ts';
import { isPublicAddress } from './public-address.ts';
import type { UrlPolicy } from './url-policy.ts';

/** Resolves a host name to all of its addresses. */
export type ResolveHost = (
  host: string,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

const systemResolve: ResolveHost = (host, done) => {
  lookup(host, { all: true }, (error, addresses) => done(error, addresses));
};

/**
 * The resolver that sockets use. Its answer is what they connect to, so the address that was checked is the
 * address that is reached: a name that answers otherwise a moment later (DNS rebinding) changes nothing. One
 * private address among public ones refuses the name.
 */
export function pinnedLookup(
  policy: UrlPolicy,
  source: string,
  resolve: ResolveHost = systemResolve,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses;
      if (error !== null || first === undefined) {
        callback(error ?? new Error(`no address for ${host}`), [], 0);
        return;
      }
      if (!policy.allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
        const message = `${source} : adresse refusée, ${host} désigne un réseau privé.`;
        callback(new UnsafeAddressError(message, { source }), [], 0);
        return;
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
