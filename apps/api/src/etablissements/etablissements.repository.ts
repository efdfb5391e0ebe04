import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  CoupleUaiSiret,
  FicheEtablissement,
  FichesEtablissements,
  OrganismeListePublique,
  OrganismeQuiForme,
  Rattachement,
} from '#matching';
import type { OrganismeFormationRow, QuiFormeRow } from '#sources';
import { DATE_REPONSE, iso } from './date-reponse.ts';
import { fichesChargees } from './fiches-chargees.ts';
import { InstantanesEtablissementsQuery } from './instantanes-etablissements.query.ts';
import { PreparationRepository } from './preparation.repository.ts';
import type { TableEtablissements } from './tables-etablissements.ts';

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** What the sources say of establishments, read from snapshots made ready. */
@Injectable()
export class EtablissementsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly instantanes: InstantanesEtablissementsQuery,
    private readonly preparation: PreparationRepository,
  ) {}

  /** The snapshots of establishments that a run reads now, made ready; sorted. */
  async enService(executionId: string): Promise<string[]> {
    const ids = await this.instantanes.deExecution(executionId);
    await this.preparation.prepare(ids);
    return ids;
  }

  /** Those that pages show where no run is named. */
  async aMontrer(): Promise<string[]> {
    const ids = await this.instantanes.aMontrer();
    await this.preparation.prepare(ids);
    return ids;
  }

  /** Reads all that concerns these UAI and SIRET: their records, links, pairs, and the organismes of their SIRET. */
  async charger(
    instantanes: readonly string[],
    { uais, sirets }: { readonly uais: readonly string[]; readonly sirets: readonly string[] },
  ): Promise<FichesEtablissements> {
    const read = await this.lues(instantanes);
    const couples = await this.couples(instantanes, uais, sirets);
    const tous = [...new Set([...sirets, ...couples.map(({ siret }) => siret)])];
    const [etablissements, rattachements, organismes, listePublique] = await Promise.all([
      this.etablissements(instantanes, uais),
      this.rattachements(instantanes, uais),
      this.organismes(instantanes, tous),
      this.listePublique(instantanes, tous),
    ]);
    return fichesChargees({
      sources: {
        acce: read.get('acce_uai') ?? null,
        quiforme: read.get('quiforme') ?? null,
        listePublique: read.get('organisme_formation') ?? null,
      },
      etablissements,
      rattachements,
      couples,
      organismes,
      listePublique,
    });
  }

  private async lues(instantanes: readonly string[]): Promise<Map<TableEtablissements, string>> {
    const rows: { table: TableEtablissements; luLe: string }[] = await this.dataSource.query(
      `SELECT table_id AS "table", ${iso('max(created_at)')} AS "luLe" FROM instantane
       WHERE id = ANY($1::uuid[]) GROUP BY table_id`,
      [instantanes],
    );
    return new Map(rows.map(({ table, luLe }) => [table, luLe]));
  }

  private etablissements(
    instantanes: readonly string[],
    uais: readonly string[],
  ): Promise<FicheEtablissement[]> {
    return this.dataSource.query(
      `SELECT uai, etat, nature, tutelle, secteur, contrat, ${day('date_ouverture')} AS "dateOuverture",
         ${day('date_fermeture')} AS "dateFermeture"
       FROM etablissement WHERE instantane_id = ANY($1::uuid[]) AND uai = ANY($2)`,
      [instantanes, uais],
    );
  }

  private rattachements(
    instantanes: readonly string[],
    uais: readonly string[],
  ): Promise<(Rattachement & { fille: string })[]> {
    return this.dataSource.query(
      `SELECT DISTINCT fille, mere, ${day('date_ouverture')} AS "dateOuverture",
         ${day('date_fermeture')} AS "dateFermeture"
       FROM etablissement_rattachement WHERE instantane_id = ANY($1::uuid[]) AND fille = ANY($2)
       ORDER BY fille, mere`,
      [instantanes, uais],
    );
  }

  private couples(
    instantanes: readonly string[],
    uais: readonly string[],
    sirets: readonly string[],
  ): Promise<CoupleUaiSiret[]> {
    return this.dataSource.query(
      `SELECT s.uai, s.siret, s.source, s.role, ${iso('i.created_at')} AS "obtenuLe"
       FROM etablissement_siret s JOIN instantane i ON i.id = s.instantane_id
       WHERE s.instantane_id = ANY($1::uuid[]) AND (s.uai = ANY($2) OR s.siret = ANY($3))
       ORDER BY s.uai, s.siret, s.source, s.role, i.created_at DESC`,
      [instantanes, uais, sirets],
    );
  }

  /** The last answer of each SIRET, with when it came. */
  private async organismes(
    instantanes: readonly string[],
    sirets: readonly string[],
  ): Promise<OrganismeQuiForme[]> {
    const rows: { contenu: QuiFormeRow; obtenuLe: string }[] = await this.dataSource.query(
      `SELECT DISTINCT ON (o.cle) o.contenu, ${iso(DATE_REPONSE)} AS "obtenuLe"
       FROM organisme o JOIN instantane i ON i.id = o.instantane_id
       WHERE o.instantane_id = ANY($1::uuid[]) AND i.table_id = 'quiforme' AND o.siret = ANY($2)
       ORDER BY o.cle, i.created_at DESC, i.sha256`,
      [instantanes, sirets],
    );
    return rows.map(({ contenu, obtenuLe }) => ({ ...contenu, obtenuLe }));
  }

  private async listePublique(
    instantanes: readonly string[],
    sirets: readonly string[],
  ): Promise<OrganismeListePublique[]> {
    const rows: { contenu: OrganismeFormationRow; obtenuLe: string }[] = await this.dataSource.query(
      `SELECT o.contenu, ${iso('i.created_at')} AS "obtenuLe"
       FROM organisme o JOIN instantane i ON i.id = o.instantane_id
       WHERE o.instantane_id = ANY($1::uuid[]) AND i.table_id = 'organisme_formation'
         AND (o.siret = ANY($2) OR o.siren = ANY($3)) ORDER BY o.cle`,
      [instantanes, sirets, [...new Set(sirets.map((siret) => siret.slice(0, 9)))]],
    );
    return rows.map(({ contenu, obtenuLe }) => ({ ...contenu, obtenuLe }));
  }
}
