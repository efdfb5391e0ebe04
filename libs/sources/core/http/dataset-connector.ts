import { z } from 'zod';
import type { TableId } from '../canonical.ts';
import type { SourceId } from '../table-definition.ts';
import type { Connector } from './connector.ts';
import { defineConnector } from './define-connector.ts';
import { openHttpClient } from './open-client.ts';
import { exportDataset } from './opendatasoft.ts';
import { baseUrl } from './settings.ts';

/** A source whose data sets are on an OpenDataSoft portal, without account. */
export interface DatasetSource {
  readonly id: SourceId;
  readonly libelle: string;
  readonly producteur: string;
  readonly licence: string;
  readonly cadence: string;
  /** Name and default of the setting that holds the address of the portal. */
  readonly portail: { readonly nom: string; readonly defaut: string };
  /** The data set of each table, with the setting by which another can be named. */
  readonly jeux: readonly {
    readonly table: TableId;
    readonly libelle: string;
    readonly reglage: string;
    readonly jeu: string;
    /** Filter in ODSQL. */
    readonly where?: string;
  }[];
  readonly suppose: readonly string[];
}

/** The connector of an OpenDataSoft source: one step a data set, each received as one CSV. */
export function datasetConnector(source: DatasetSource): Connector {
  const { portail, jeux, ...description } = source;
  const rate = { perSecond: 2, burst: 2, concurrency: 1 };
  return defineConnector({
    ...description,
    tables: jeux.map(({ table }) => table),
    identifiants: [],
    reglages: [
      { nom: portail.nom, libelle: 'adresse du portail', defaut: portail.defaut },
      ...jeux.map(({ reglage, jeu, libelle }) => ({
        nom: reglage,
        libelle: `jeu de données : ${libelle}`,
        defaut: jeu,
      })),
    ],
    rate,
    input: z.object({}),
    plan: () => jeux.map(({ table, libelle }) => ({ id: table, libelle, params: {} })),
    open: (tools) => {
      const client = openHttpClient(source.id, rate, tools.http);
      return {
        close: () => client.close(),
        make: async function* (step) {
          const dataset = jeux.find(({ table }) => table === step.id);
          if (dataset === undefined) return;
          const { table, reglage, where } = dataset;
          const jeu = tools.setting(reglage);
          const address = { portail: baseUrl(tools.setting(portail.nom)), jeu, where };
          yield* exportDataset(client, tools, step, table, address);
        },
      };
    },
  });
}
