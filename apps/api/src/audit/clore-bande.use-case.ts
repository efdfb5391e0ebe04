import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import type { Auteur } from '../review/decision-author.ts';
import { GroupWriter } from '../review/group-writer.ts';
import { GroupeRepository, type ResultatGroupe } from '../review/groupe.repository.ts';
import { TirageQuery } from './tirage.query.ts';
import { TirageRepository } from './tirage.repository.ts';

/** Accepts the rest of a score band once its sample, wholly read, proves that the error stays below the risk. */
@Injectable()
export class CloreBande {
  constructor(
    private readonly tirages: TirageRepository,
    private readonly query: TirageQuery,
    private readonly groupes: GroupeRepository,
    private readonly group: GroupWriter,
    private readonly transactions: Transactions,
  ) {}

  /**
   * The decisions bear their evidence and are taken back like any group's.
   * @throws RuleViolationError TIRAGE_NON_LU, BORNE_TROP_HAUTE, CLOTURE_IMPOSSIBLE
   */
  async execute(command: {
    tirageId: string;
    commandeId: string;
    auteur: Auteur;
  }): Promise<ResultatGroupe & { groupeId: string }> {
    const { tirageId, commandeId, auteur } = command;
    return this.transactions.run(async (manager) => {
      if ((await this.tirages.lock(manager, tirageId)) === null) {
        throw new NotFoundError('TIRAGE_INCONNU', `aucun tirage n'a l'identifiant ${tirageId}`);
      }
      const done = await this.groupes.ofCommande(manager, commandeId);
      if (done !== null) return { groupeId: done.id, ...done.resultat };
      const tirage = await this.query.findById(tirageId);
      if (tirage === null || !tirage.cloturePossible) {
        throw new RuleViolationError(refusal(tirage), tirage?.raison ?? 'seule une tranche de score se clôt');
      }
      const { confianceMin, confianceMax } = tirage;
      const elements = await this.tirages.toClose(manager, tirageId);
      const written = await this.group.write(manager, {
        commandeId,
        genre: 'echantillon',
        campagneId: tirage.campagneId,
        patron: null,
        verdict: 'accepte',
        motif: null,
        acteur: null,
        commentaire: null,
        elements,
        auteur,
        preuve: {
          tirageId,
          graine: tirage.graine,
          confianceMin,
          confianceMax,
          population: tirage.population,
          lus: tirage.lus,
          faux: tirage.faux,
          incertains: tirage.incertains,
          borneErreur: tirage.borneErreur,
          risque: tirage.risque,
        },
        refuse: () => null,
      });
      await this.tirages.close(manager, tirageId, written.groupeId);
      return written;
    });
  }
}

function refusal(
  tirage: { readonly aLire: number; readonly groupeId: string | null; readonly genre: string } | null,
): string {
  if (tirage === null || tirage.genre !== 'bande' || tirage.groupeId !== null) return 'CLOTURE_IMPOSSIBLE';
  return tirage.aLire > 0 ? 'TIRAGE_NON_LU' : 'BORNE_TROP_HAUTE';
}
