/**
 * An address as it may be shown and logged: no user name, no query, no fragment. Tokens travel in queries, and
 * which of them do is the secret of each service, so none is shown.
 */
export function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
