import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_MODEL, thresholdFor } from '#matching';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { CampagneRepository } from '../campagnes/campagne.repository.ts';
import { InstantaneQuery } from '../imports/instantane.query.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { REFERENCE_TABLES } from '../referentiels/reference-data.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { ExecutionRepository } from './execution.repository.ts';
import { planLots } from './plan-lots.ts';

export interface LaunchCommand {
  readonly campagneId: string;
  /** Accepted share of errors among what is matched without a human, such as 0.01. */
  readonly risque: number;
  readonly auteur: JournalAuteur;
}

/** Starts a run: pins snapshots, model and threshold, cuts the campaign into chunks, asks for their jobs. */
@Injectable()
export class LaunchExecutionUseCase {
  constructor(
    private readonly campagnes: CampagneRepository,
    private readonly executions: ExecutionRepository,
    private readonly instantanes: InstantaneQuery,
    private readonly matchers: MatcherCache,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @returns the id of the run. */
  async execute({ campagneId, risque, auteur }: LaunchCommand): Promise<string> {
    const campagne = await this.campagnes.findById(campagneId);
    if (campagne === null) {
      throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne n'a l'identifiant ${campagneId}`);
    }
    const references =
      campagne.referencesIds ??
      (await this.instantanes.referencesInUse(REFERENCE_TABLES, {
        exemples: await this.isSample(campagne.catalogueId),
      }));
    if (references.length === 0) {
      throw new RuleViolationError(
        'AUCUNE_REFERENCE',
        "aucun référentiel n'est importé : importez au moins N_FORMATION_DIPLOME avant d'apparier",
      );
    }
    const unconfirmed = await this.instantanes.unconfirmed(references);
    if (unconfirmed.length > 0) {
      throw new RuleViolationError(
        'REFERENTIEL_A_CONFIRMER',
        `${unconfirmed.join(', ')} : à confirmer par un administrateur avant d'apparier`,
      );
    }
    const { rentree } = campagne;
    // Reading them now says at once what is wrong with the references, before any job is asked for. The index is left
    // to the workers: it would hold the event loop of the API for a second.
    await this.matchers.concordance(references);

    const lots = planLots(await this.executions.signaturesOf(campagneId));
    const habilitations = await this.executions.habilitationsOf(campagneId);
    const content = await this.executions.contentOf([campagne.catalogueId, ...references, ...habilitations]);
    const id = this.ids.uuid();
    await this.jobs.run(async (manager, ask) => {
      await this.executions.insert(
        manager,
        {
          id,
          campagneId,
          modele: DEFAULT_MODEL.id,
          risque,
          seuil: thresholdFor(DEFAULT_MODEL, risque, 'toutes'),
          rentree,
          instantanes: references,
          habilitations,
          empreinte: fingerprint([
            ...content,
            campagne.plateforme,
            rentree,
            String(risque),
            DEFAULT_MODEL.id,
          ]),
          nbLots: lots.length,
          nbSignatures: campagne.nbSignatures,
          nbFormations: campagne.nbFormations,
          lancePar: auteur.nom,
        },
        lots,
      );
      await this.journal.note(
        {
          type: 'execution_lancee',
          message: `${auteur.nom} a lancé l'appariement de « ${campagne.nom} »`,
          auteur,
          details: { campagneId, executionId: id },
        },
        manager,
      );
      await ask(
        'match-lot',
        lots.map(({ numero }) => ({ executionId: id, numero, envoi: 0 })),
      );
    });
    return id;
  }

  /** The sample references are partly invented: a real catalogue never meets them unless it names them. */
  private async isSample(catalogueId: string): Promise<boolean> {
    return (await this.instantanes.findById(catalogueId))?.exemple === true;
  }
}

const fingerprint = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');
