import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { listPage, whereClause, type Page, type PageRequest } from '../database/list-page.ts';
import { revueConditions } from './revue-conditions.query.ts';

/** An item left out of a command on several, and why. */
export interface Ecarte {
  readonly id: string;
  readonly libelle: string;
  readonly raison: string;
}

export interface ResultatGroupe {
  readonly decides: number;
  readonly ecartes: readonly Ecarte[];
}

export interface AnnulationGroupe {
  readonly repris: number;
  readonly laisses: readonly Ecarte[];
}

/** A decision taken at once on several items. */
export interface GroupeRecord {
  readonly id: string;
  readonly commandeId: string;
  readonly genre: 'groupe' | 'echantillon';
  readonly campagneId: string;
  readonly patron: string | null;
  readonly verdict: 'accepte' | 'aucune';
  readonly preuve: Readonly<Record<string, unknown>>;
  readonly resultat: ResultatGroupe;
  readonly auteurId: string;
  readonly auteurNom: string;
  readonly creeLe: Date;
  readonly annulationCommandeId: string | null;
  readonly annulation: AnnulationGroupe | null;
}

/** The same as people read it. */
export interface GroupeView extends Omit<
  GroupeRecord,
  'commandeId' | 'auteurId' | 'auteurNom' | 'annulationCommandeId' | 'annulation' | 'resultat'
> {
  readonly auteur: string;
  readonly mienne: boolean;
  readonly decides: number;
  /** Decisions of the group that nobody has changed since. */
  readonly encoreEnVigueur: number;
  readonly annulee: boolean;
}

const GROUPE = `SELECT id, commande_id AS "commandeId", genre, campagne_id AS "campagneId", patron, verdict, preuve,
  resultat, auteur_id AS "auteurId", auteur_nom AS "auteurNom", created_at AS "creeLe",
  annulation_commande_id AS "annulationCommandeId", annulation FROM decision_groupee`;

const VIEW = `SELECT g.id, g.genre, g.campagne_id AS "campagneId", g.patron, g.verdict, g.preuve,
  g.auteur_nom AS auteur, g.auteur_id AS "auteurId", g.created_at AS "creeLe",
  (g.resultat->>'decides')::int AS decides, g.annulee_at IS NOT NULL AS annulee,
  (SELECT count(*)::int FROM jugement_en_vigueur j WHERE j.decision_groupee_id = g.id) AS "encoreEnVigueur"
  FROM decision_groupee g`;

type ViewRow = Omit<GroupeView, 'mienne'> & { readonly auteurId: string };

/** The author's id stays here: a reader is told only whether the group is their own. */
const seenBy =
  (compteId: string) =>
  ({ auteurId, ...row }: ViewRow): GroupeView => ({ ...row, mienne: auteurId === compteId });

@Injectable()
export class GroupeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes those who name the same thing (a command, a campaign) wait for one another, until the transaction ends. */
  async lockUntilEnd(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [id]);
  }

  async ofCommande(manager: EntityManager, commandeId: string): Promise<GroupeRecord | null> {
    const rows: GroupeRecord[] = await manager.query(`${GROUPE} WHERE commande_id = $1`, [commandeId]);
    return rows[0] ?? null;
  }

  async lock(manager: EntityManager, id: string): Promise<GroupeRecord | null> {
    const rows: GroupeRecord[] = await manager.query(`${GROUPE} WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ?? null;
  }

  async insert(
    manager: EntityManager,
    groupe: Omit<GroupeRecord, 'creeLe' | 'annulationCommandeId' | 'annulation'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO decision_groupee (id, commande_id, genre, campagne_id, patron, verdict, preuve, resultat,
         auteur_id, auteur_nom) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        groupe.id,
        groupe.commandeId,
        groupe.genre,
        groupe.campagneId,
        groupe.patron,
        groupe.verdict,
        groupe.preuve,
        groupe.resultat,
        groupe.auteurId,
        groupe.auteurNom,
      ],
    );
  }

  async saveResult(manager: EntityManager, id: string, resultat: ResultatGroupe): Promise<void> {
    await manager.query(`UPDATE decision_groupee SET resultat = $2 WHERE id = $1`, [id, resultat]);
  }

  async saveUndo(
    manager: EntityManager,
    id: string,
    commandeId: string,
    annulation: AnnulationGroupe,
  ): Promise<void> {
    await manager.query(
      `UPDATE decision_groupee SET annulation_commande_id = $2, annulation = $3, annulee_at = now() WHERE id = $1`,
      [id, commandeId, annulation],
    );
  }

  async findById(id: string, compteId: string): Promise<GroupeView | null> {
    const rows: ViewRow[] = await this.dataSource.query(`${VIEW} WHERE g.id = $1`, [id]);
    return rows[0] === undefined ? null : seenBy(compteId)(rows[0]);
  }

  async list(
    request: PageRequest,
    compteId: string,
    filter: { campagneId?: string | undefined; ids?: readonly string[] | undefined },
  ): Promise<Page<GroupeView>> {
    const page = await listPage<ViewRow>(this.dataSource, VIEW, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['id = ANY(?::uuid[])', filter.ids],
    ]);
    return { ...page, data: page.data.map(seenBy(compteId)) };
  }

  /**
   * The items to treat of a pattern that are free or the asker's, the weightiest first.
   * @returns up to `limit` of them with their versions, and how many there are in all
   */
  async similar(
    of: { campagneId: string; patron: string; compteId: string; academies: readonly string[] | null },
    limit: number,
  ): Promise<{ nombre: number; elements: { id: string; version: number }[] }> {
    const parameters: unknown[] = [of.compteId];
    const where = whereClause(
      revueConditions({ campagneId: of.campagneId, patron: of.patron, statut: 'a_traiter' }, of.academies),
      parameters,
    );
    const open = `FROM revue WHERE ${where}
      AND (bail_jusqu_a IS NULL OR bail_jusqu_a < now() OR bail_compte_id = $1)`;
    const [elements, counted] = await Promise.all([
      this.dataSource.query<{ id: string; version: number }[]>(
        `SELECT id, coalesce((SELECT max(version) FROM jugement j WHERE j.signature_id = choisis.signature_id), 0)
           AS version
         FROM (SELECT id, signature_id, priorite ${open} ORDER BY priorite DESC NULLS LAST, id LIMIT ${limit})
           choisis ORDER BY priorite DESC NULLS LAST, id`,
        parameters,
      ),
      this.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n ${open}`, parameters),
    ]);
    return { nombre: counted[0]?.n ?? 0, elements };
  }
}
