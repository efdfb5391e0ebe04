import { SourceError, SourceFormatError, SourceUnavailableError } from '../errors.ts';
import { saveBody, type SavedFile } from './download.ts';
import { headerOf } from './header-of.ts';
import { errorOfStatus, SourceRateLimitedError } from './http-errors.ts';
import type { HttpRuntime } from './http-runtime.ts';
import { readJson, readText, type BodyToRead } from './response-body.ts';
import { DEFAULT_RETRY, parseRetryAfter, withRetries, type RetryPolicy } from './retry.ts';
import type { Session } from './session.ts';
import { shownUrl } from './shown-url.ts';
import { Slots } from './slots.ts';
import { timeLimit } from './time-limit.ts';
import { TokenBucket, type Rate } from './token-bucket.ts';
import { TransportTimeout, type Transport, type TransportResponse } from './transport.ts';
import { checkedUrl, redirectTarget, type UrlPolicy } from './url-policy.ts';

export interface HttpClientOptions {
  /** Id of the source, named in every message. */
  readonly source: string;
  readonly transport: Transport;
  readonly runtime: HttpRuntime;
  readonly policy: UrlPolicy;
  readonly rate: Rate;
  /** Version of Concordance, said to the service. */
  readonly version: string;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds for a whole exchange, body included; a download has its own. */
  readonly totalTimeout?: number;
}

/** What a former answer said of its version, to be asked whether it changed. */
export interface Validators {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly session?: Session;
  /** Whether making it twice does no harm; a GET always may. */
  readonly repeatable?: boolean;
  readonly validators?: Validators;
  readonly maxBytes?: number;
  /** Statuses beside 2xx that are answers of the contract (a 400 that names an unknown UAI), not failures. */
  readonly accepted?: readonly number[];
  readonly signal?: AbortSignal;
  readonly totalTimeout?: number;
}

export interface HttpAnswer<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly cookies: readonly string[];
  /** Null for a 304: nothing changed since the validators. */
  readonly body: T | null;
}

const MAX_REDIRECTS = 5;
const JSON_BYTES = 128 * 1024 * 1024;
const FILE_BYTES = 4 * 1024 * 1024 * 1024;
const TOTAL_TIMEOUT = 120_000;
const DOWNLOAD_TIMEOUT = 3_600_000;

/**
 * The client of one source: rate, concurrency, time limits, retries, session, redirections. Every failure is a
 * SourceError whose French message names the source and holds neither header nor query.
 */
export class HttpClient {
  readonly source: string;
  readonly runtime: HttpRuntime;
  private readonly bucket: TokenBucket;
  private readonly slots: Slots;
  private readonly retry: RetryPolicy;

  constructor(private readonly options: HttpClientOptions) {
    this.source = options.source;
    this.runtime = options.runtime;
    this.bucket = new TokenBucket(options.rate, options.runtime);
    this.slots = new Slots(options.rate.concurrency);
    this.retry = { ...DEFAULT_RETRY, ...options.retry };
  }

  /** Asks for a JSON value. */
  json(request: HttpRequest): Promise<HttpAnswer<unknown>> {
    const headers = { accept: 'application/json', ...request.headers };
    return this.perform({ ...request, headers }, readJson);
  }

  /** Asks for a text. */
  text(request: HttpRequest): Promise<HttpAnswer<string>> {
    return this.perform(request, readText);
  }

  /** Streams the answer to a file, which appears under its name once it is whole. */
  download(request: HttpRequest, path: string): Promise<HttpAnswer<SavedFile>> {
    const limits = { maxBytes: FILE_BYTES, totalTimeout: DOWNLOAD_TIMEOUT };
    return this.perform({ ...limits, ...request }, (body) => saveBody(body, path));
  }

  /** Closes the connections that are kept open. */
  close(): void {
    this.options.transport.close();
  }

  private perform<T>(
    request: HttpRequest,
    consume: (body: BodyToRead) => Promise<T>,
  ): Promise<HttpAnswer<T>> {
    const repeatable = request.repeatable ?? (request.method ?? 'GET') === 'GET';
    const retry = repeatable ? this.retry : { ...this.retry, attempts: 1 };
    let renewed = false;
    const once = async (): Promise<HttpAnswer<T>> => {
      const auth = (await request.session?.headers(request.signal)) ?? {};
      const answer = await this.exchange(request, auth, consume);
      if (!('refused' in answer)) return answer;
      // A second refusal with fresh headers is a refusal of the credentials themselves.
      if (answer.refused === 401 && !renewed) {
        renewed = true;
        request.session?.forget(auth);
        return once();
      }
      request.session?.forget(auth);
      throw answer.error;
    };
    return withRetries(once, retry, this.runtime, request.signal);
  }

  /** One exchange, redirections included. A status of the session's `renewOn` is handed back as a value. */
  private async exchange<T>(
    request: HttpRequest,
    auth: Readonly<Record<string, string>>,
    consume: (body: BodyToRead) => Promise<T>,
  ): Promise<HttpAnswer<T> | { refused: number; error: SourceError }> {
    let url = checkedUrl(request.url, this.options.policy, this.source);
    await this.bucket.take(request.signal);
    return this.slots.run(async () => {
      const limit = timeLimit(
        request.totalTimeout ?? this.options.totalTimeout ?? TOTAL_TIMEOUT,
        request.signal,
      );
      try {
        const headers = { ...request.headers, ...validatorHeaders(request.validators), ...auth };
        let response = await this.send(request, url, headers, limit.signal);
        for (let hops = 0; isRedirect(response.status); hops += 1) {
          response.discard();
          const to = this.followed(request, url, response, hops);
          // Another host gets none of our headers: they may hold the token of the first.
          response = await this.send(request, to, to.host === url.host ? headers : {}, limit.signal);
          url = to;
        }
        return await this.answerOf(request, url, response, consume);
      } catch (error) {
        request.signal?.throwIfAborted();
        throw this.explained(limit.isPassed() ? new TransportTimeout('total') : error, url);
      } finally {
        limit.dispose();
      }
    });
  }

  private send(
    { method = 'GET', body }: HttpRequest,
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<TransportResponse> {
    const common = {
      'user-agent': `Concordance/${this.options.version}`,
      'accept-encoding': 'gzip, deflate, br',
    };
    return this.options.transport.send({ method, url, headers: { ...common, ...headers }, body, signal });
  }

  private followed(request: HttpRequest, from: URL, response: TransportResponse, hops: number): URL {
    const location = headerOf(response, 'location');
    const { source } = this;
    if (location === undefined || hops >= MAX_REDIRECTS || (request.method ?? 'GET') !== 'GET') {
      throw new SourceFormatError(`${source} : redirection inattendue — ${shownUrl(from)}.`, { source });
    }
    return redirectTarget(from, location, this.options.policy, source);
  }

  private async answerOf<T>(
    request: HttpRequest,
    url: URL,
    response: TransportResponse,
    consume: (body: BodyToRead) => Promise<T>,
  ): Promise<HttpAnswer<T> | { refused: number; error: SourceError }> {
    const { status } = response;
    const { source } = this;
    const adresse = shownUrl(url);
    const setCookie = response.headers['set-cookie'] ?? [];
    const answer = {
      status,
      etag: headerOf(response, 'etag') ?? null,
      lastModified: headerOf(response, 'last-modified') ?? null,
      cookies: typeof setCookie === 'string' ? [setCookie] : setCookie,
    };
    if (status === 304 && request.validators !== undefined) {
      response.discard();
      return { ...answer, body: null };
    }
    if ((status >= 200 && status < 300) || request.accepted?.includes(status)) {
      const maxBytes = request.maxBytes ?? JSON_BYTES;
      return { ...answer, body: await consume({ source, adresse, response, maxBytes }) };
    }
    response.discard();
    const retryAfter = parseRetryAfter(headerOf(response, 'retry-after'), this.runtime.now());
    const error = errorOfStatus({ source, adresse, status, retryAfter });
    if (error instanceof SourceRateLimitedError && (retryAfter ?? 0) <= this.retry.maxRetryAfter) {
      this.bucket.pause(retryAfter ?? 0);
    }
    if (request.session?.renewOn.includes(status)) return { refused: status, error };
    throw error;
  }

  /** What a failure of the network means, in French. */
  private explained(error: unknown, url: URL): unknown {
    if (error instanceof SourceError) return error;
    const { source } = this;
    const adresse = shownUrl(url);
    const details = { source, cause: error };
    if (error instanceof TransportTimeout) {
      const what = {
        connexion: "le service n'a pas accepté la connexion à temps",
        silence: "le service n'a pas répondu à temps",
        total: "l'échange a dépassé la durée admise",
      }[error.phase];
      return new SourceUnavailableError(`${source} : ${what} — ${adresse}.`, details);
    }
    const code = codeOf(error);
    if (/^(?:Z_|ERR__?BROTLI|ERR_ZLIB)/.test(code)) {
      const message = `${source} : réponse compressée coupée ou abîmée — ${adresse}.`;
      return new SourceUnavailableError(message, details);
    }
    if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
      const message = `${source} : la connexion a été coupée pendant la réponse — ${adresse}.`;
      return new SourceUnavailableError(message, details);
    }
    if (/^(?:E[A-Z]+|HPE_\w+|CERT_\w+|\w+_CERT\w*|ERR_TLS\w*)$/.test(code)) {
      return new SourceUnavailableError(
        `${source} : le service est injoignable (${code}) — ${adresse}.`,
        details,
      );
    }
    return error;
  }
}

/** The code of an error of the system, told by its shape: it may come from another realm than ours. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function validatorHeaders(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}
