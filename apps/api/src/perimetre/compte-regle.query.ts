import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { regleSql, SqlParameters, verdictsSql } from './condition.query.ts';
import { PrepareAxesUseCase } from './prepare-axes.use-case.ts';
import { rankRegles, type RegleAEvaluer, type RegleEdit } from './regle-perimetre.ts';
import { ReglePerimetreRepository } from './regle-perimetre.repository.ts';

/** What a rule being written would touch, in one campaign. */
export interface CompteDeCampagne {
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly total: number;
  /** Formations, places and vœux that its criteria and condition touch. */
  readonly formations: number;
  readonly places: number;
  readonly voeux: number;
  /** Of those, the ones that no stronger rule takes first. */
  readonly decidees: number;
  /** Formations that would enter the perimeter, or leave it, compared with the rules in force. */
  readonly entrent: number;
  readonly sortent: number;
}

export interface ValeursPerimetre {
  readonly types: readonly { readonly valeur: string; readonly n: number }[];
  readonly familles: readonly { readonly valeur: string; readonly n: number }[];
}

/** The newest campaign of each platform: what a rule being written is tried on. */
const CAMPAGNES = `SELECT DISTINCT ON (plateforme) id, nom FROM campagne
  ORDER BY plateforme, rentree DESC, created_at DESC, id`;

/** A draft has no id yet: it ranks behind its equals, as a rule made now would most often. */
const DRAFT_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Live counts while a rule is edited, and the values that its criteria can take. */
@Injectable()
export class CompteRegleQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly axes: PrepareAxesUseCase,
    private readonly regles: ReglePerimetreRepository,
  ) {}

  /** @param id the rule being edited, which the draft stands in for; null for a new one. */
  async count(edit: RegleEdit, id: string | null): Promise<CompteDeCampagne[]> {
    const known = await this.regles.inForce();
    const derogations = known.find((regle) => regle.id === id)?.derogations ?? {};
    const draft: RegleAEvaluer = { ...edit, id: id ?? DRAFT_ID, derogations };
    const ranked = rankRegles([...known.filter((regle) => regle.id !== id), draft]);
    const counts: CompteDeCampagne[] = [];
    for (const campagne of await this.campagnes()) {
      counts.push(await this.countIn(campagne, draft, ranked));
    }
    return counts;
  }

  async valeurs(): Promise<ValeursPerimetre> {
    await this.campagnes();
    const of = (column: string): Promise<{ valeur: string; n: number }[]> =>
      this.dataSource.query(
        `SELECT ${column} AS valeur, count(*)::int AS n FROM formation_axe x
         WHERE coalesce(${column}, '') <> '' AND x.campagne_id IN (SELECT id FROM (${CAMPAGNES}) c)
         GROUP BY 1 ORDER BY n DESC, 1 LIMIT 300`,
      );
    const [types, familles] = await Promise.all([of('x.type_diplome'), of('x.fait_famille')]);
    return { types, familles };
  }

  /** The campaigns to try on, their formations prepared. */
  private async campagnes(): Promise<{ id: string; nom: string }[]> {
    const rows: { id: string; nom: string }[] = await this.dataSource.query(CAMPAGNES);
    await this.axes.execute(rows.map(({ id }) => id));
    return rows;
  }

  private async countIn(
    { id, nom }: { id: string; nom: string },
    draft: RegleAEvaluer,
    ranked: readonly RegleAEvaluer[],
  ): Promise<CompteDeCampagne> {
    const parameters = new SqlParameters([id]);
    const touched = regleSql(draft, parameters);
    const verdicts = verdictsSql(ranked, 'x.campagne_id = $1', parameters);
    const draftId = parameters.add(draft.id);
    const rows: Omit<CompteDeCampagne, 'campagneId' | 'campagneNom'>[] = await this.dataSource.query(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE touchee)::int AS formations,
         coalesce(sum(f.capacite) FILTER (WHERE touchee), 0)::float8 AS places,
         coalesce(sum(f.voeux) FILTER (WHERE touchee), 0)::float8 AS voeux,
         count(*) FILTER (WHERE v.regle_id = ${draftId}::uuid)::int AS decidees,
         count(*) FILTER (WHERE v.perimetre = 'dans' AND x.perimetre <> 'dans')::int AS entrent,
         count(*) FILTER (WHERE v.perimetre <> 'dans' AND x.perimetre = 'dans')::int AS sortent
       FROM (SELECT *, coalesce(${touched}, false) AS touchee FROM formation_axe x WHERE x.campagne_id = $1) x
       JOIN (${verdicts}) v ON v.formation_id = x.formation_id
       JOIN formation f ON f.id = x.formation_id`,
      parameters.values,
    );
    const row = rows[0];
    if (row === undefined) throw new Error(`no count for campaign ${id}`);
    return { campagneId: id, campagneNom: nom, ...row };
  }
}
