import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A request as a play sees it. */
export interface ContractRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is answered. An object is sent as JSON, a text in UTF-8, bytes as they are. */
export interface ContractAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: Buffer | string | object;
  /** The connection is closed after so many bytes of a body announced whole. */
  readonly cutAfter?: number;
  /** Milliseconds before the answer. */
  readonly delay?: number;
}

/** One service: answers the requests that are its own, null for the others. */
export type Play = (request: ContractRequest) => ContractAnswer | null;

/** What replaces an answer; it is given the one that the service would have made. */
export type Fault = ContractAnswer | ((usual: ContractAnswer, request: ContractRequest) => ContractAnswer);

interface PlannedFault {
  readonly match: RegExp;
  readonly fault: Fault;
  after: number;
  times: number;
}

/** Plays outside services on 127.0.0.1, with the faults that a test plans. */
export class ContractServer {
  readonly requests: ContractRequest[] = [];
  private faults: PlannedFault[] = [];
  private plays: readonly Play[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(): Promise<ContractServer> {
    const contract = new ContractServer();
    await new Promise<void>((resolve) => contract.server.listen(0, '127.0.0.1', resolve));
    return contract;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Begins afresh: these services, no fault, no request seen. */
  play(...plays: Play[]): void {
    this.plays = plays;
    this.faults = [];
    this.requests.length = 0;
  }

  /** The requests whose `METHOD /path?query` matches are answered so, `times` times, after letting `after` pass. */
  fault(match: RegExp, fault: Fault, { times = 1, after = 0 } = {}): void {
    this.faults.push({ match, fault, after, times });
  }

  /** `METHOD /path?query` of the requests seen, those that match. */
  seen(match = /./): string[] {
    return this.requests.map(lineOf).filter((line) => match.test(line));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await requestOf(incoming, this.url);
    this.requests.push(request);
    const usual = this.usual(request);
    const planned = this.plannedFor(lineOf(request));
    const answer = typeof planned === 'function' ? planned(usual, request) : (planned ?? usual);
    if (answer.delay !== undefined) await wait(answer.delay, undefined, { ref: false });
    send(response, answer);
  }

  private usual(request: ContractRequest): ContractAnswer {
    for (const play of this.plays) {
      const answer = play(request);
      if (answer !== null) return answer;
    }
    return { status: 404, body: { message: `aucun service ne répond à ${lineOf(request)}` } };
  }

  private plannedFor(line: string): Fault | undefined {
    for (const planned of this.faults) {
      if (planned.times === 0 || !planned.match.test(line)) continue;
      if (planned.after > 0) {
        planned.after -= 1;
        continue;
      }
      planned.times -= 1;
      return planned.fault;
    }
    return undefined;
  }
}

function lineOf({ method, url }: ContractRequest): string {
  return `${method} ${url.pathname}${decodeURIComponent(url.search)}`;
}

async function requestOf(incoming: IncomingMessage, base: string): Promise<ContractRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const url = new URL(incoming.url ?? '/', base);
  return { method: incoming.method ?? 'GET', url, headers, body: Buffer.concat(chunks).toString('utf8') };
}

function send(response: ServerResponse, answer: ContractAnswer): void {
  const { status = 200, body = '', cutAfter } = answer;
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(isJson ? JSON.stringify(body) : body);
  const type = isJson ? 'application/json' : 'text/plain; charset=utf-8';
  // Node does not let a 304 announce a body.
  const length = status === 304 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { 'content-type': type, ...length, ...answer.headers });
  if (cutAfter === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, cutAfter), () => response.destroy());
}

/** A page, token or row that the service refuses to give without the right header. */
export function refused(status = 401, message = 'non autorisé'): ContractAnswer {
  return { status, body: { message } };
}
