import { Inject, Injectable } from '@nestjs/common';
import {
  CONNECTORS,
  connectorOf,
  missingSecrets,
  realSleep,
  type Connector,
  type HttpSettings,
  type Setting,
  type UrlPolicy,
  type Values,
} from '#sources';
import { CLOCK, type Clock } from '../common/clock.ts';
import { RuleViolationError } from '../common/domain-errors.ts';
import { RANDOM, type RandomSource } from '../common/random-source.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Reseau } from '../config/env.schema.ts';
import type { Config } from '../config/load-env.ts';
import { readVersion } from '../config/version.ts';

/** What this installation knows of a service, without any value. */
export interface ConnectorState {
  /** Names of what an import can be asked for; empty when it is always all. */
  readonly parametres: readonly string[];
  readonly identifiants: readonly { nom: string; libelle: string; renseigne: boolean }[];
  readonly reglages: readonly { nom: string; libelle: string; renseigne: boolean; defaut: string | null }[];
  /** Credentials that the way chosen needs and that are not given. */
  readonly manquants: readonly string[];
  /** What was never seen of the service, in French. */
  readonly suppose: readonly string[];
}

const POLICIES: Readonly<Record<Reseau, Partial<UrlPolicy>>> = {
  public: {},
  prive: { allowPrivate: true },
  local: { allowPrivate: true, allowHttp: true },
};

/** What a connector is given by this installation: credentials, settings, and how to go on the network. */
@Injectable()
export class ConnectorAccess {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RANDOM) private readonly random: RandomSource,
  ) {}

  /** @throws RuleViolationError for a source without a service. */
  connector(source: string): Connector {
    const connector = connectorOf(source);
    if (connector === undefined) {
      throw new RuleViolationError(
        'SOURCE_SANS_API',
        `« ${source} » n'a pas d'API : sources qui en ont une : ${CONNECTORS.map(({ id }) => id).join(', ')}`,
      );
    }
    return connector;
  }

  credentials({ identifiants }: Connector): Values {
    const { secrets } = this.config.connecteurs;
    return Object.fromEntries(identifiants.map(({ nom }) => [nom, secrets[nom]?.reveal()]));
  }

  settings({ reglages }: Connector): Values {
    return Object.fromEntries(reglages.map(({ nom }) => [nom, this.config.connecteurs.reglages[nom]]));
  }

  http(): HttpSettings {
    return {
      runtime: {
        now: () => this.clock.now().getTime(),
        sleep: realSleep,
        random: () => this.random.bytes(4).readUInt32BE() / 2 ** 32,
      },
      version: readVersion(),
      policy: POLICIES[this.config.reseauSources],
    };
  }

  /** Names only: a value never leaves the process. */
  state({ identifiants, reglages, parametres, suppose }: Connector): ConnectorState {
    const given = (nom: string): string | undefined => {
      const { secrets, reglages: values } = this.config.connecteurs;
      return secrets[nom]?.reveal() ?? values[nom];
    };
    const said = ({ nom, libelle }: Setting) => ({ nom, libelle, renseigne: given(nom) !== undefined });
    return {
      parametres,
      identifiants: identifiants.map(said),
      reglages: reglages.map((reglage) => ({ ...said(reglage), defaut: reglage.defaut })),
      manquants: missingSecrets(identifiants, reglages, given),
      suppose,
    };
  }
}
