import { SourceError } from '../errors.ts';
import type { ConnectorEvent, ConnectorRun, Json, Step, StepMaker } from './connector.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { SourceRateLimitedError } from './http-errors.ts';

/** An import by steps, about to be made. */
export interface StepsToRun {
  readonly source: string;
  readonly steps: readonly Step[];
  readonly fingerprint: string;
  readonly maker: StepMaker;
  readonly run: ConnectorRun;
}

/** So many optional steps that fail one after the other mean that the service is down, not that they are at fault. */
const DOWN_AFTER = 3;

interface State {
  suivante: number;
  reportees: number[];
  lignes: number;
  refus: number;
  faites: number;
}

/** Makes the steps one after the other, giving a cursor after each page and step. */
export async function* runSteps({
  source,
  steps,
  fingerprint,
  maker,
  run,
}: StepsToRun): AsyncGenerator<ConnectorEvent> {
  const { signal, http } = run;
  const start = readCursor(source, fingerprint, run.cursor);
  const state: State = { ...start, reportees: [...start.reportees], lignes: 0, refus: 0, faites: 0 };
  const startedAt = http.runtime.now();
  const report = (step: Step): void => {
    const left = steps.length - state.suivante + state.reportees.length;
    const pace = state.faites === 0 ? null : (http.runtime.now() - startedAt) / state.faites;
    run.onProgress?.({
      etape: step.libelle,
      faites: steps.length - left,
      total: steps.length,
      lignes: state.lignes,
      refus: state.refus,
      resteMs: pace === null ? null : Math.round(pace * left),
    });
  };
  const cursor = (position: Json | null): ConnectorEvent => ({
    kind: 'cursor',
    cursor: writeCursor(fingerprint, { suivante: state.suivante, position, reportees: state.reportees }),
  });
  const made = async function* (step: Step, position: Json | null): AsyncGenerator<ConnectorEvent> {
    for await (const event of maker.make(step, position)) {
      signal?.throwIfAborted();
      if (event.kind === 'position') {
        yield cursor(event.position);
        report(step);
        continue;
      }
      if (event.kind === 'rows') state.lignes += event.lignes.length;
      if (event.kind === 'refus') state.refus += 1;
      yield event;
    }
  };
  try {
    let position = start.position;
    let failures = 0;
    while (state.suivante < steps.length) {
      const step = steps[state.suivante];
      if (step === undefined) break;
      signal?.throwIfAborted();
      report(step);
      try {
        yield* made(step, position);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!mayWait(error, step) || failures >= DOWN_AFTER) throw error;
        state.reportees.push(state.suivante);
      }
      state.suivante += 1;
      state.faites += 1;
      position = null;
      yield cursor(null);
      report(step);
    }
    for (let index = state.reportees[0]; index !== undefined; index = state.reportees[0]) {
      const step = steps[index];
      signal?.throwIfAborted();
      if (step !== undefined) yield* lastTry(step, made(step, null), state);
      state.reportees.shift();
      state.faites += 1;
      yield cursor(null);
      if (step !== undefined) report(step);
    }
  } finally {
    maker.close();
  }
}

/** Whether a failed step can be left for later: it is one of many, and its failure may pass. */
function mayWait(error: unknown, step: Step): error is SourceError {
  return (
    step.facultative === true &&
    error instanceof SourceError &&
    error.retryable &&
    !(error instanceof SourceRateLimitedError)
  );
}

async function* lastTry(
  step: Step,
  events: AsyncIterable<ConnectorEvent>,
  state: State,
): AsyncGenerator<ConnectorEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!mayWait(error, step)) throw error;
    state.refus += 1;
    yield { kind: 'refus', etape: step.id, motif: 'SERVICE_INDISPONIBLE', message: error.message };
  }
}
