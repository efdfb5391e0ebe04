import { Injectable } from '@nestjs/common';
import { DataSource, ILike, In, QueryFailedError, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { ConflictError } from '../common/domain-errors.ts';
import type { ListResult } from '../common/list-query.ts';
import { CompteEntity } from '../database/entities/compte.entity.ts';
import type { ComptesListQuery, ComptesSort } from './compte.schema.ts';

const COLUMN: Readonly<Record<ComptesSort, keyof CompteEntity>> = {
  identifiant: 'identifiant',
  nom: 'nom',
  role: 'role',
  actif: 'actif',
  creeLe: 'createdAt',
  derniereConnexionLe: 'derniereConnexionAt',
};

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class CompteRepository {
  constructor(private readonly dataSource: DataSource) {}

  findByIdentifiant(identifiant: string): Promise<CompteEntity | null> {
    return this.#repository().findOneBy({ identifiant });
  }

  findById(id: string, manager?: EntityManager): Promise<CompteEntity | null> {
    return this.#repository(manager).findOneBy({ id });
  }

  async exists(manager?: EntityManager): Promise<boolean> {
    return this.#repository(manager).exists();
  }

  /** @throws ConflictError when the identifier is taken. */
  async insert(compte: CompteEntity, manager?: EntityManager): Promise<void> {
    try {
      await this.#repository(manager).insert(compte);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const message = `L'identifiant « ${compte.identifiant} » est déjà pris.`;
      throw new ConflictError('IDENTIFIANT_DEJA_PRIS', message, { cause: error });
    }
  }

  async update(
    id: string,
    changes: Partial<Omit<CompteEntity, 'id' | 'identifiant' | 'createdAt'>>,
    manager?: EntityManager,
  ): Promise<void> {
    await this.#repository(manager).update({ id }, changes);
  }

  /** Ids of the active administrators, locked: nobody else can demote one before this transaction ends. */
  async lockAdministrateurs(manager: EntityManager): Promise<readonly string[]> {
    const rows = await this.#repository(manager).find({
      where: { role: 'administrateur', actif: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map((row) => row.id);
  }

  /** Makes first starts of several machines wait for one another, until the transaction ends. */
  async lockFirstAccount(manager: EntityManager): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('concordance.premier-compte', 0))`);
  }

  async list(query: ComptesListQuery): Promise<ListResult<CompteEntity>> {
    const { q, role, actif, ids } = query.filter;
    const common: FindOptionsWhere<CompteEntity> = {
      ...(role === undefined ? {} : { role }),
      ...(actif === undefined ? {} : { actif }),
      ...(ids === undefined ? {} : { id: In([...ids]) }),
    };
    const like = q === undefined ? undefined : ILike(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
    const [data, total] = await this.#repository().findAndCount({
      where:
        like === undefined
          ? common
          : [
              { ...common, identifiant: like },
              { ...common, nom: like },
            ],
      // Nulls last: who has never signed in is not the most recent.
      order: { [COLUMN[query.sort]]: { direction: query.order, nulls: 'LAST' }, id: 'ASC' },
      skip: query.offset,
      take: query.perPage,
    });
    return { data, total };
  }

  #repository(manager: EntityManager = this.dataSource.manager) {
    return manager.getRepository(CompteEntity);
  }
}

function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError: unknown = error.driverError;
  return driverError instanceof Error && 'code' in driverError && driverError.code === UNIQUE_VIOLATION;
}
