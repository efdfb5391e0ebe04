import { userInfo } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { z } from 'zod';
import { CancelExecutionUseCase } from '../../appariements/cancel-execution.use-case.ts';
import { ExecutionQuery, type ExecutionView } from '../../appariements/execution.query.ts';
import { ExecutionRepository } from '../../appariements/execution.repository.ts';
import { LaunchExecutionUseCase } from '../../appariements/launch-execution.use-case.ts';
import { PublishExecutionUseCase } from '../../appariements/publish-execution.use-case.ts';
import { RISQUE_PAR_DEFAUT } from '../../appariements/risque.ts';
import { CampagneQuery, type CampagneView } from '../../campagnes/campagne.query.ts';
import { SetUpCampagneUseCase } from '../../campagnes/set-up-campagne.use-case.ts';
import { ENCODAGES } from '../../imports/encodages.ts';
import { CATALOGUE_TABLES } from '../../referentiels/reference-data.ts';
import { EXIT, isoDate, oneOf, parseOptions, required, risk, UsageError } from '../command.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabase } from '../database-session.ts';
import { ALL_CAMPAGNES, findCampagne } from '../find-campagne.ts';
import { followExecution } from '../follow-execution.ts';

const OPTIONS = {
  campagne: { type: 'string' },
  nom: { type: 'string' },
  plateforme: { type: 'string' },
  rentree: { type: 'string' },
  catalogue: { type: 'string' },
  references: { type: 'string', multiple: true },
  encodage: { type: 'string' },
  execution: { type: 'string' },
  risque: { type: 'string' },
  json: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

export const campagne: Command = {
  nom: 'campagne',
  resume: 'crée, lance, suit, publie ou annule une campagne',
  aide: `
Usage : concordance campagne <action> [options] [--json]

  liste                          les campagnes et leurs compteurs
  creer  --nom N --plateforme P --rentree AAAA-MM-JJ --catalogue F [--references DIR…] [--encodage E]
                                 importe le catalogue et ouvre une campagne ; avec --references, importe ces
                                 dossiers et n'utilise qu'eux, sinon tous les référentiels déjà importés
  lancer --campagne ID [--risque ${RISQUE_PAR_DEFAUT}]
                                 lance l'appariement et attend sa fin
  etat   --campagne ID           la dernière exécution
  publier --campagne ID [--execution ID]
                                 publie une exécution terminée (la dernière si absent) ; publier une plus ancienne
                                 revient en arrière
  annuler --campagne ID          annule l'exécution en cours

ID : l'identifiant de la campagne, ou son nom.`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, OPTIONS, 1);
    if (values.execution !== undefined && !z.uuid().safeParse(values.execution).success) {
      throw new UsageError(`--execution ${values.execution} : attendu un identifiant d'exécution`);
    }
    const action = ACTIONS.get(positionals[0] ?? '');
    if (action === undefined) {
      throw new UsageError(`action attendue : ${[...ACTIONS.keys()].join(', ')}`);
    }
    return withDatabase(terminal, { works: action.works }, ({ app }) => action.run(app, values, terminal));
  },
};

interface Action {
  readonly works: boolean;
  run(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode>;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['liste', { works: false, run: list }],
  ['creer', { works: false, run: create }],
  ['lancer', { works: true, run: launch }],
  ['etat', { works: false, run: state }],
  ['publier', { works: false, run: publish }],
  ['annuler', { works: false, run: cancel }],
]);

async function list(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const { data } = await app.get(CampagneQuery).list(ALL_CAMPAGNES, {});
  print(data, values, terminal, () => data.map(describeCampagne).join(''));
  return EXIT.fait;
}

async function create(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const created = await app.get(SetUpCampagneUseCase).execute({
    nom: required(values.nom, 'nom'),
    plateforme: oneOf(required(values.plateforme, 'plateforme'), CATALOGUE_TABLES, 'plateforme'),
    rentree: isoDate(required(values.rentree, 'rentree'), 'rentree'),
    catalogue: required(values.catalogue, 'catalogue'),
    references: values.references ?? null,
    encodage: values.encodage === undefined ? undefined : oneOf(values.encodage, ENCODAGES, 'encodage'),
    exemple: false,
    importePar: userInfo().username,
    say: (message) => {
      terminal.stderr.write(`${message}\n`);
    },
  });
  const view = await app.get(CampagneQuery).findById(created.campagneId);
  print(view, values, terminal, () => (view === null ? '' : describeCampagne(view)));
  return created.lignesRefusees > 0 ? EXIT.lignesRefusees : EXIT.fait;
}

async function launch(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const target = await find(app, values);
  const id = await app.get(LaunchExecutionUseCase).execute({
    campagneId: target.id,
    risque: risk(values.risque, RISQUE_PAR_DEFAUT),
    auteur: { compteId: null, nom: userInfo().username },
  });
  const ended = await followExecution(app.get(ExecutionQuery), id, target.nom, terminal);
  print(ended, values, terminal, () => describeExecution(ended));
  return ended.statut === 'terminee' ? EXIT.fait : EXIT.echec;
}

async function state(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const target = await find(app, values);
  const last = await app.get(ExecutionRepository).lastOf(target.id);
  const view = last === null ? null : await app.get(ExecutionQuery).findById(last.id);
  print(view, values, terminal, () =>
    view === null ? `${target.nom} : jamais lancée\n` : describeExecution(view),
  );
  return EXIT.fait;
}

async function publish(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const target = await find(app, values);
  const executionId = values.execution ?? target.derniereTermineeId;
  if (executionId === null) throw new UsageError(`${target.nom} n'a pas d'exécution terminée à publier`);
  await app.get(PublishExecutionUseCase).execute({
    campagneId: target.id,
    executionId,
    auteur: { compteId: null, nom: userInfo().username },
  });
  const view = await app.get(CampagneQuery).findById(target.id);
  print(view, values, terminal, () => `${target.nom} : exécution ${executionId} publiée\n`);
  return EXIT.fait;
}

async function cancel(app: INestApplicationContext, values: Values, terminal: Terminal): Promise<ExitCode> {
  const target = await find(app, values);
  const cancelled = await app.get(CancelExecutionUseCase).executeLast(target.id, {
    compteId: null,
    nom: userInfo().username,
  });
  print({ annulee: cancelled }, values, terminal, () =>
    cancelled ? `${target.nom} : exécution annulée\n` : `${target.nom} : aucune exécution en cours\n`,
  );
  return EXIT.fait;
}

function find(app: INestApplicationContext, values: Values): Promise<CampagneView> {
  return findCampagne(app, required(values.campagne, 'campagne'));
}

function print(value: unknown, { json }: Values, { stdout }: Terminal, text: () => string): void {
  stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : text());
}

const STATUTS: Readonly<Record<ExecutionView['statut'], string>> = {
  en_attente: 'en attente',
  en_cours: 'en cours',
  terminee: 'terminée',
  echouee: 'échouée',
  annulee: 'annulée',
};

function describeCampagne({
  id,
  nom,
  plateforme,
  rentree,
  nbFormations,
  nbSignatures,
  compteurs,
}: CampagneView): string {
  const resultat =
    compteurs === null
      ? 'pas encore appariée'
      : `${compteurs.apparie} appariées, ${compteurs.aVerifier} à vérifier, ${compteurs.sansCorrespondance} sans correspondance`;
  return `${nom} (${plateforme}, rentrée ${rentree}) : ${nbFormations} formations, ${nbSignatures} signatures ; ${resultat}\n  ${id}\n`;
}

function describeExecution({
  id,
  statut,
  compteurs,
  nbFormations,
  nbFormationsTraitees,
  erreur,
}: ExecutionView): string {
  const resultat =
    compteurs === null
      ? `${nbFormationsTraitees} formations sur ${nbFormations}`
      : `${compteurs.apparie} appariées, ${compteurs.aVerifier} à vérifier, ${compteurs.sansCorrespondance} sans correspondance`;
  return `Exécution ${id} : ${STATUTS[statut]}, ${resultat}${erreur === null ? '' : ` (${erreur})`}\n`;
}
