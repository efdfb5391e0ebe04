import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Candidat, CodeResolution, Contribution, GivenCodes, Motif, Statut } from '#matching';
import { listPageOf, type Page, type PageRequest } from '../database/list-page.ts';
import { prepared } from '../database/prepared.ts';
import { searchConditions } from '../campagnes/search-text.ts';
import { conditionDeFormation } from './formation-condition.query.ts';
import type { FormationFilter } from './formation-filter.ts';
import {
  AXES,
  choixDeFormations,
  departDuCompte,
  LAST_RUN,
  type CampagneListee,
} from './choix-formations.query.ts';

/** A formation with what is kept for it: the human's word where there is one, else the last run's. */
export interface FormationView {
  readonly id: string;
  readonly campagneId: string;
  readonly rang: number;
  readonly identifiant: string;
  readonly libelle: string;
  readonly specialite: string | null;
  readonly typeDiplome: string | null;
  readonly voie: string | null;
  readonly uai: string | null;
  readonly etablissement: string | null;
  readonly academie: string | null;
  readonly commune: string | null;
  readonly capacite: number | null;
  readonly voeux: number | null;
  readonly codes: GivenCodes;
  readonly signature: string;
  /** Null until a run of the campaign has ended. */
  readonly statut: Statut | null;
  readonly codeCertification: string | null;
  readonly libelleCertification: string | null;
  readonly cfd: string | null;
  readonly mefstat11: readonly string[];
  readonly rncp: readonly string[];
  readonly sise: string | null;
  readonly ideo: readonly string[];
  readonly confiance: number | null;
  readonly motifs: readonly Motif[];
  readonly decision: 'auto' | 'humaine' | null;
  readonly decideLe: Date | null;
  readonly reviewId: string | null;
  readonly revueStatut: string | null;
  /** `dans`, `hors` or `sans_regle`; null until its place on the axes has been prepared. */
  readonly perimetre: string | null;
  /** `Couvert`, or why the last run has no figure for it; null until figures are computed. */
  readonly raisonCouverture: string | null;
}

export interface FormationDetail extends FormationView {
  readonly explication: readonly Contribution[];
  readonly candidats: readonly Candidat[];
  readonly resolutions: readonly CodeResolution[];
}

/** A value of a column, with how many formations have it. */
export interface FacetteFormation {
  readonly valeur: string;
  readonly nombre: number;
}

export interface FacettesFormation {
  readonly academies: readonly FacetteFormation[];
  readonly typesDiplome: readonly FacetteFormation[];
}

/** Columns of the kept result, human decision first. `a` is the link, `j` the decision in force, `ce` the checks of the row's establishment. */
export const KEPT_RESULT = `
  CASE j.verdict WHEN 'aucune' THEN 'sans_correspondance' WHEN 'accepte' THEN 'apparie'
    WHEN 'autre' THEN 'apparie' ELSE a.statut END AS statut,
  CASE WHEN j.id IS NULL THEN a.code_certification ELSE j.code_certification END AS "codeCertification",
  CASE WHEN j.id IS NULL THEN a.resultat#>>'{candidats,0,libelle}' ELSE j.certification->>'libelle' END
    AS "libelleCertification",
  CASE WHEN j.id IS NULL THEN a.resultat->>'cfd' ELSE j.certification->>'cfd' END AS cfd,
  coalesce(CASE WHEN j.id IS NULL THEN a.resultat->'mefstat11' ELSE j.certification->'mefstat11' END, '[]')
    AS mefstat11,
  coalesce(CASE WHEN j.id IS NULL THEN a.resultat->'rncp' ELSE j.certification->'rncp' END, '[]') AS rncp,
  CASE WHEN j.id IS NULL THEN a.resultat->>'sise' ELSE j.certification->>'sise' END AS sise,
  coalesce(CASE WHEN j.id IS NULL THEN a.resultat->'ideo' ELSE j.certification->'ideo' END, '[]') AS ideo,
  a.confiance,
  CASE WHEN j.id IS NULL THEN '{}'::text[] ELSE '{DECISION_ANTERIEURE}' END
    || coalesce(a.motifs, '{}') || CASE WHEN f.refus IS NOT NULL OR ce.uai_inconnue THEN '{UAI_INCONNU}'::text[] ELSE '{}' END
    AS motifs,
  CASE WHEN j.id IS NOT NULL THEN 'humaine' WHEN a.statut = 'apparie' THEN 'auto' END AS decision,
  j.created_at AS "decideLe"`;

const SELECT = `SELECT f.id::text AS id, f.campagne_id AS "campagneId", f.rang, f.identifiant, f.libelle,
  f.specialite, f.type_diplome AS "typeDiplome", f.voie, f.uai, f.contenu->>'etablissement' AS etablissement,
  f.academie, f.contenu->>'commune' AS commune, f.capacite, f.voeux, f.contenu->'codes' AS codes,
  f.signature_id::text AS signature, ${KEPT_RESULT},
  r.id AS "reviewId", r.statut AS "revueStatut", x.perimetre, k.couverture::text AS "raisonCouverture"`;

/** Every run that ended well: a filter then keeps one. */
const ENDED_RUNS = `SELECT campagne_id, id FROM execution WHERE statut = 'terminee'`;

const fromRuns = (runs: string): string => `FROM formation f
  LEFT JOIN (${runs}) e ON e.campagne_id = f.campagne_id
  LEFT JOIN appariement a ON a.execution_id = e.id AND a.signature_id = f.signature_id
  LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
  LEFT JOIN controle_formation ce ON ce.execution_id = e.id AND ce.formation_id = f.id
  LEFT JOIN revue r ON r.campagne_id = f.campagne_id AND r.signature_id = f.signature_id
  LEFT JOIN formation_axe x ON x.formation_id = f.id
  LEFT JOIN chiffres_formation k ON k.execution_id = e.id AND k.formation_id = f.id`;

const FROM = fromRuns(LAST_RUN);
/** Rows whole, of the runs that are shown or of one that is named: two texts, planned once. */
const ROWS = `${SELECT} ${FROM} WHERE f.id = ANY ($1::bigint[])`;
const ROWS_OF_RUN = `${SELECT} ${fromRuns(ENDED_RUNS)} WHERE f.id = ANY ($1::bigint[]) AND e.id = $2`;

/** Whatever is asked; only a number finds something. */
const SIGNATURE = `signature_id = CASE WHEN ?::text ~ '^\\d{1,18}$' THEN (?::text)::bigint END`;

/** What a page of a run no longer shown is chosen by: the prepared list holds the results of the last ones only. */
const CHOICE_OF_RUN = `SELECT f.id, f.campagne_id AS "campagneId", f.rang, f.signature_id, f.libelle, f.academie,
    f.type_diplome AS "typeDiplome", f.voie, f.identifiant, f.uai, f.voeux, f.recherche,
    f.contenu->>'etablissement' AS etablissement, e.id AS "executionId", ${KEPT_RESULT}, ${AXES}
  ${fromRuns(ENDED_RUNS)}`;

@Injectable()
export class FormationQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<FormationDetail | null> {
    const rows: FormationDetail[] = await this.dataSource.query(
      `${SELECT}, coalesce(a.resultat->'explication', '[]') AS explication,
         coalesce(a.resultat->'candidats', '[]') AS candidats, coalesce(a.resultat->'codes', '[]') AS resolutions
       ${FROM} WHERE f.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async list(request: PageRequest, filter: FormationFilter): Promise<Page<FormationView>> {
    const listee = await this.listee(filter);
    const { executionId } = filter;
    const older = executionId !== undefined && listee?.executionId !== executionId;
    return listPageOf<FormationView>(
      this.dataSource,
      {
        select: older ? CHOICE_OF_RUN : choixDeFormations('l', listee),
        ...(older || listee === undefined
          ? {}
          : { counted: choixDeFormations(departDuCompte(filter), listee) }),
        rows: (ids) =>
          older
            ? prepared(this.dataSource, ROWS_OF_RUN, [ids, executionId])
            : prepared(this.dataSource, ROWS, [ids]),
      },
      request,
      [
        ['"campagneId" = ?::uuid', filter.campagneId],
        ['"executionId" = ?::uuid', older ? executionId : undefined],
        ...searchConditions('recherche', filter.q),
        ['statut = ?', filter.statut],
        ['? = ANY(motifs)', filter.motif],
        ['academie = ?', filter.academie],
        ['"typeDiplome" = ?', filter.typeDiplome],
        ['uai = ?', filter.uai],
        ['voie = ?', filter.voie],
        ['decision = ?', filter.decision],
        [SIGNATURE, filter.signature],
        ['perimetre = ?', filter.perimetre],
        ['"raisonCouverture" = ?', filter.raisonCouverture],
        ['"raisonConcordance" = ?', filter.raisonConcordance],
        ['"raisonCodes" = ?', filter.raisonCodes],
        ['"typeCouverture" = ?', filter.typeCouverture],
        ['"academieCode" = ?', filter.academieCode],
        ['id = ANY(?::bigint[])', filter.ids],
        ...conditionDeFormation(filter.condition),
      ],
    );
  }

  /** The campaign that is asked for, itself or by a run, with the run it shows; nothing when all are listed. */
  private async listee({ campagneId, executionId }: FormationFilter): Promise<CampagneListee | undefined> {
    if (campagneId === undefined && executionId === undefined) return undefined;
    const rows = await prepared<CampagneListee>(
      this.dataSource,
      `SELECT c.id AS "campagneId", e.id AS "executionId" FROM campagne c
       LEFT JOIN (${LAST_RUN}) e ON e.campagne_id = c.id
       WHERE c.id = coalesce($1::uuid, (SELECT campagne_id FROM execution WHERE id = $2::uuid))`,
      [campagneId ?? null, executionId ?? null],
    );
    return rows[0];
  }

  /** What the choices of the filters are, for one campaign or for all. */
  async facettes(campagneId: string | undefined): Promise<FacettesFormation> {
    const values = (column: 'academie' | 'type_diplome'): Promise<FacetteFormation[]> =>
      this.dataSource.query(
        `SELECT ${column} AS valeur, count(*)::int AS nombre FROM formation_liste
         WHERE ${column} IS NOT NULL AND ($1::uuid IS NULL OR campagne_id = $1::uuid)
         GROUP BY ${column} ORDER BY ${column}`,
        [campagneId ?? null],
      );
    const [academies, typesDiplome] = await Promise.all([values('academie'), values('type_diplome')]);
    return { academies, typesDiplome };
  }
}
