import { isIP } from 'node:net';
import { UnsafeAddressError } from './http-errors.ts';
import { isPublicAddress } from './public-address.ts';
import { shownUrl } from './shown-url.ts';

/** Which addresses a client may ask. */
export interface UrlPolicy {
  /** Plain http: for tests and for a service on the same machine, never for a URL that a person gives. */
  readonly allowHttp: boolean;
  /** Addresses that are not public: for a service of the ministry's own network, set in the configuration. */
  readonly allowPrivate: boolean;
  /** Further hosts (`host` or `host:port`) to which a redirection may lead. */
  readonly redirectHosts: readonly string[];
}

/** What holds for a URL that an operator types: https, public, and no redirection to another host. */
export const STRICT_POLICY: UrlPolicy = { allowHttp: false, allowPrivate: false, redirectHosts: [] };

/** Reads a URL and checks it against the policy; the DNS answer is checked later, where it is used. */
export function checkedUrl(text: string | URL, policy: UrlPolicy, source: string): URL {
  const url = parsed(text, source);
  const refuse = (why: string): UnsafeAddressError =>
    new UnsafeAddressError(`${source} : adresse refusée, ${why} — ${shownUrl(url)}.`, { source });
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && policy.allowHttp)) {
    throw refuse('seul https est admis');
  }
  if (url.username !== '' || url.password !== '') throw refuse('elle contient un identifiant');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !policy.allowPrivate && !isPublicAddress(host)) {
    throw refuse('elle désigne un réseau privé');
  }
  return url;
}

function parsed(text: string | URL, source: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new UnsafeAddressError(`${source} : l'adresse n'est pas une URL.`, { source, cause });
  }
}

/**
 * Where a redirection leads, when it may be followed. Another host is refused unless the policy names it, and
 * https never falls back to http.
 */
export function redirectTarget(from: URL, location: string, policy: UrlPolicy, source: string): URL {
  let to: URL;
  try {
    to = checkedUrl(new URL(location, from), policy, source);
  } catch (cause) {
    if (cause instanceof UnsafeAddressError) throw cause;
    const message = `${source} : redirection illisible — ${shownUrl(from)}.`;
    throw new UnsafeAddressError(message, { source, cause });
  }
  const refuse = (why: string): UnsafeAddressError =>
    new UnsafeAddressError(`${source} : redirection refusée, ${why} — ${shownUrl(from)}.`, { source });
  if (to.host !== from.host && !policy.redirectHosts.includes(to.host)) {
    throw refuse(`elle mène à un autre hôte (${to.host})`);
  }
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw refuse('elle quitte https');
  return to;
}
