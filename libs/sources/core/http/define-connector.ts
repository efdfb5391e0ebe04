import { createHash } from 'node:crypto';
import type { Connector, ConnectorSpec, Step } from './connector.ts';
import { runSteps } from './run-steps.ts';
import { readSettings, type Values } from './settings.ts';

/** Makes a connector from its plan and from how one step is made. */
export function defineConnector<Input>(spec: ConnectorSpec<Input>): Connector {
  const { input: schema, plan: planOf, open, ...description } = spec;
  const plan = (input: unknown, settings: Values = {}): readonly Step[] => {
    const setting = readSettings(spec.id, spec.reglages, settings);
    return planOf(schema.parse(input ?? {}), setting);
  };
  return {
    ...description,
    parametres: Object.keys(schema.shape),
    plan,
    run: async function* (run) {
      const steps = plan(run.input, run.settings);
      const maker = open({
        secret: readSettings(spec.id, spec.identifiants, run.credentials),
        setting: readSettings(spec.id, spec.reglages, run.settings ?? {}),
        http: run.http,
        folder: run.folder,
        validators: run.validators ?? {},
        signal: run.signal,
      });
      yield* runSteps({ source: spec.id, steps, fingerprint: fingerprintOf(steps), maker, run });
    },
  };
}

/** Tells a plan from another: a cursor of one says nothing of the other. */
function fingerprintOf(steps: readonly Step[]): string {
  const hash = createHash('sha256');
  for (const { id } of steps) hash.update(id).update('\n');
  return hash.digest('hex').slice(0, 16);
}
