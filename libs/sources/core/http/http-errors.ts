import {
  SourceError,
  SourceFormatError,
  SourceUnavailableError,
  type SourceErrorDetails,
} from '../errors.ts';

/** The source asks for patience (429) for longer than the client may wait within one call. */
export class SourceRateLimitedError extends SourceError {
  readonly code = 'SOURCE_LIMITEE';
  readonly retryable = true;
  /** Milliseconds before which the source does not want to be asked again; null when it did not say. */
  readonly retryAfter: number | null;

  constructor(message: string, details: SourceErrorDetails, retryAfter: number | null) {
    super(message, details);
    this.retryAfter = retryAfter;
  }
}

/** The service says that it is down (5xx), perhaps until when. */
export class ServiceDownError extends SourceUnavailableError {
  readonly retryAfter: number | null;

  constructor(message: string, details: SourceErrorDetails, retryAfter: number | null) {
    super(message, details);
    this.retryAfter = retryAfter;
  }
}

/** The wait that the source asked for with its refusal, in milliseconds; null when it asked for none. */
export function retryAfterOf(error: SourceError): number | null {
  return error instanceof SourceRateLimitedError || error instanceof ServiceDownError
    ? error.retryAfter
    : null;
}

/** The source refuses the credentials (401, 403), or one of them is missing. */
export class SourceAccessError extends SourceError {
  readonly code = 'ACCES_REFUSE';
  readonly retryable = false;
}

/** An address that may not be asked: not https, private, or a redirection to another host. */
export class UnsafeAddressError extends SourceError {
  readonly code = 'ADRESSE_REFUSEE';
  readonly retryable = false;
}

/** A cursor that is not of this import: another plan, or a version that is no longer read. */
export class StaleCursorError extends SourceError {
  readonly code = 'CURSEUR_INCOMPATIBLE';
  readonly retryable = false;
}

/** What an HTTP answer that is not a success means, before it becomes an error. */
export interface StatusFailure {
  readonly source: string;
  /** Where it was asked, without what may be secret: see `shownUrl`. */
  readonly adresse: string;
  readonly status: number;
  readonly retryAfter: number | null;
}

/** The error of an HTTP status; its message names the source and never holds a header or a query. */
export function errorOfStatus({ source, adresse, status, retryAfter }: StatusFailure): SourceError {
  const code = String(status);
  if (status === 429) {
    const wait = retryAfter === null ? '' : ` (attente demandée : ${String(Math.ceil(retryAfter / 1000))} s)`;
    const message = `${source} : trop de requêtes, le service demande de patienter${wait} — ${adresse}.`;
    return new SourceRateLimitedError(message, { source }, retryAfter);
  }
  if (status === 401 || status === 403) {
    return new SourceAccessError(
      `${source} : accès refusé (HTTP ${code}), vérifiez les identifiants et les droits — ${adresse}.`,
      { source },
    );
  }
  if (status >= 500 || status === 408 || status === 425) {
    const message = `${source} : le service est en panne (HTTP ${code}) — ${adresse}.`;
    return new ServiceDownError(message, { source }, retryAfter);
  }
  return new SourceFormatError(`${source} : réponse inattendue (HTTP ${code}) — ${adresse}.`, { source });
}
