import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ConflictError, NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import type { ConditionIntegration, RegleEdit, ReglePerimetre } from './regle-perimetre.ts';
import { ReglePerimetreRepository, type ActeRegle } from './regle-perimetre.repository.ts';

/** Which rule, and the version that its author saw. */
export interface RegleVue {
  readonly id: string;
  readonly version: number;
}

const FAIT: Readonly<Record<ActeRegle, string>> = {
  creation: 'a créé',
  modification: 'a modifié',
  suppression: 'a supprimé',
  restauration: 'a restauré',
  derogation: 'a dérogé à',
  retrait_derogation: 'a retiré une dérogation à',
};

/** Writes rules. Each act leaves the rule before and after in its history; nothing is erased. */
@Injectable()
export class SaveRegleUseCase {
  constructor(
    private readonly regles: ReglePerimetreRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the id of the new rule. */
  async create(edit: RegleEdit, auteur: JournalAuteur): Promise<string> {
    const now = this.clock.now();
    const regle: ReglePerimetre = {
      ...edit,
      id: this.ids.uuid(),
      version: 0,
      derogations: {},
      supprimeeLe: null,
      creeLe: now,
      modifieeLe: now,
      modifieePar: auteur.nom,
    };
    await this.transactions.run((manager) =>
      this.write(manager, { acte: 'creation', avant: null, apres: regle, academie: null, auteur }),
    );
    return regle.id;
  }

  /** @throws ConflictError when someone changed the rule since `vue.version`. */
  update(vue: RegleVue, edit: RegleEdit, auteur: JournalAuteur): Promise<void> {
    return this.change(vue, 'modification', null, auteur, (regle) => ({ ...inForce(regle), ...edit }));
  }

  remove(vue: RegleVue, auteur: JournalAuteur): Promise<void> {
    return this.change(vue, 'suppression', null, auteur, (regle) => ({
      ...inForce(regle),
      supprimeeLe: this.clock.now(),
    }));
  }

  restore(vue: RegleVue, auteur: JournalAuteur): Promise<void> {
    return this.change(vue, 'restauration', null, auteur, (regle) => {
      if (regle.supprimeeLe === null) {
        throw new RuleViolationError('REGLE_EN_VIGUEUR', `la règle « ${regle.nom} » n'est pas supprimée`);
      }
      return { ...regle, supprimeeLe: null };
    });
  }

  /** What holds in one académie instead of the national word; null takes the departure back. */
  depart(
    vue: RegleVue,
    academie: string,
    condition: ConditionIntegration | null,
    auteur: JournalAuteur,
  ): Promise<void> {
    const acte = condition === null ? 'retrait_derogation' : 'derogation';
    return this.change(vue, acte, academie, auteur, (regle) => {
      const { [academie]: before, ...others } = inForce(regle).derogations;
      if (condition === null && before === undefined) {
        throw new NotFoundError(
          'DEROGATION_INCONNUE',
          `l'académie ${academie} ne déroge pas à « ${regle.nom} »`,
        );
      }
      return {
        ...regle,
        derogations: condition === null ? others : { ...others, [academie]: condition },
      };
    });
  }

  private async change(
    { id, version }: RegleVue,
    acte: ActeRegle,
    academie: string | null,
    auteur: JournalAuteur,
    transform: (regle: ReglePerimetre) => ReglePerimetre,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const avant = await this.regles.findById(id, manager);
      if (avant === null) throw new NotFoundError('REGLE_INCONNUE', `aucune règle n'a l'identifiant ${id}`);
      if (avant.version !== version) throw changed(avant);
      const apres = { ...transform(avant), modifieeLe: this.clock.now(), modifieePar: auteur.nom };
      await this.write(manager, { acte, avant, apres, academie, auteur });
    });
  }

  private async write(
    manager: EntityManager,
    { acte, avant, apres, academie, auteur }: Change,
  ): Promise<void> {
    if (!(await this.regles.save(manager, apres))) throw changed(apres);
    const version = apres.version + 1;
    await this.regles.appendHistorique(manager, {
      regleId: apres.id,
      version,
      acte,
      academie,
      avant: avant === null ? null : said(avant),
      apres: said(apres),
      auteur,
      at: apres.modifieeLe,
    });
    await this.journal.note(
      {
        type: `regle_perimetre_${acte}`,
        message: `${auteur.nom} ${FAIT[acte]} la règle de périmètre « ${apres.nom} »`,
        auteur,
        details: { regleId: apres.id, version, ...(academie === null ? {} : { academie }) },
      },
      manager,
    );
  }
}

interface Change {
  readonly acte: ActeRegle;
  readonly avant: ReglePerimetre | null;
  readonly apres: ReglePerimetre;
  readonly academie: string | null;
  readonly auteur: JournalAuteur;
}

/** What a rule says, without what only its row needs. */
function said({
  id: _,
  version: __,
  creeLe: ___,
  modifieeLe: ____,
  modifieePar: _____,
  ...rest
}: ReglePerimetre) {
  return rest;
}

function inForce(regle: ReglePerimetre): ReglePerimetre {
  if (regle.supprimeeLe === null) return regle;
  throw new RuleViolationError(
    'REGLE_SUPPRIMEE',
    `la règle « ${regle.nom} » est supprimée : restaurez-la d'abord`,
  );
}

const changed = ({ nom, modifieePar }: ReglePerimetre): ConflictError =>
  new ConflictError(
    'REGLE_MODIFIEE',
    `la règle « ${nom} » a été modifiée entre-temps par ${modifieePar} : relisez-la avant d'enregistrer`,
  );
