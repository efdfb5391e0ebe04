import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Certification, CodeResolution, Contribution, GivenCodes, MatchResult, Motif } from '#matching';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';
import { searchPatterns } from '../campagnes/search-text.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { presentJugement, type JugementView } from './jugement.ts';
import { RevueRepository } from './revue.repository.ts';

/** A candidate as the steward compares it with the formation. */
export interface CandidatView {
  /** 1 for the best: the key that chooses it. */
  readonly rang: number;
  readonly codeCertification: string;
  readonly cfd: string | null;
  readonly sise: string | null;
  readonly libelle: string;
  readonly famille: string | null;
  readonly niveauQualification: number | null;
  readonly dateOuverture: string | null;
  readonly dateFermeture: string | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  readonly rncp: readonly string[];
  readonly confiance: number;
  readonly explication: readonly Contribution[];
}

export interface RevueListView {
  readonly id: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly signature: string;
  readonly statut: 'a_traiter' | 'decide' | 'obsolete';
  readonly libelle: string;
  readonly specialite: string | null;
  readonly typeDiplome: string | null;
  readonly voie: string | null;
  readonly plateforme: string;
  readonly codes: GivenCodes;
  readonly nbFormations: number;
  readonly places: number;
  readonly voeux: number;
  readonly priorite: number;
  readonly motifs: readonly Motif[];
  readonly confiance: number;
  /** Version of the last decision; 0 before the first. What a new decision must name. */
  readonly version: number;
  readonly executionId: string;
  readonly modele: string;
  readonly creeLe: Date;
}

export interface RevueDetail extends RevueListView {
  readonly candidats: readonly CandidatView[];
  readonly resolutions: readonly CodeResolution[];
  readonly jugements: readonly JugementView[];
  readonly formations: readonly {
    id: string;
    identifiant: string;
    libelle: string;
    specialite: string | null;
    etablissement: string | null;
    uai: string | null;
    academie: string | null;
  }[];
  readonly suivanteId: string | null;
}

export interface RevueFilter {
  readonly campagneId?: string | undefined;
  readonly statut?: string | undefined;
  readonly q?: string | undefined;
  readonly motif?: string | undefined;
  readonly typeDiplome?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

const SELECT = `SELECT r.id, r.campagne_id AS "campagneId", c.nom AS "campagneNom",
  r.signature_id::text AS signature, r.statut, s.contenu->>'libelle' AS libelle,
  s.contenu->>'specialite' AS specialite, s.contenu->>'typeDiplome' AS "typeDiplome",
  s.contenu->>'voie' AS voie, s.contenu->>'plateforme' AS plateforme, s.contenu->'codes' AS codes,
  r.nb_formations AS "nbFormations", r.places, r.voeux, r.priorite, a.motifs, a.confiance,
  coalesce((SELECT max(version) FROM jugement j WHERE j.signature_id = r.signature_id), 0) AS version,
  r.execution_id AS "executionId", e.modele, r.created_at AS "creeLe"`;
const FROM = `FROM revue r
  JOIN campagne c ON c.id = r.campagne_id
  JOIN signature s ON s.id = r.signature_id
  JOIN execution e ON e.id = r.execution_id
  JOIN appariement a ON a.execution_id = r.execution_id AND a.signature_id = r.signature_id`;

const EXEMPLES = 10;

@Injectable()
export class RevueQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matchers: MatcherCache,
    private readonly revues: RevueRepository,
  ) {}

  list(request: PageRequest, filter: RevueFilter): Promise<Page<RevueListView>> {
    return listPage(this.dataSource, `${SELECT} ${FROM}`, request, [
      ['"campagneId" = ?::uuid', filter.campagneId],
      ['statut = ?', filter.statut],
      ['? = ANY(motifs)', filter.motif],
      ['"typeDiplome" = ?', filter.typeDiplome],
      ['id = ANY(?::uuid[])', filter.ids],
      [
        `EXISTS (SELECT 1 FROM formation f WHERE f.signature_id = signature::bigint
           AND f.campagne_id = "campagneId" AND f.recherche LIKE ALL (?::text[]))`,
        searchPatterns(filter.q),
      ],
    ]);
  }

  async findById(id: string): Promise<RevueDetail | null> {
    const rows: (RevueListView & { resultat: MatchResult; instantanes: string[] })[] =
      await this.dataSource.query(`${SELECT}, a.resultat, e.instantanes ${FROM} WHERE r.id = $1`, [id]);
    const row = rows[0];
    if (row === undefined) return null;
    const { resultat, instantanes, ...view } = row;
    const [concordance, jugements, formations, suivanteId] = await Promise.all([
      this.matchers.concordance(instantanes),
      this.revues.jugementsOf(view.signature),
      this.examples(view),
      this.next(view),
    ]);
    return {
      ...view,
      candidats: resultat.candidats.map((candidat, index) => ({
        rang: index + 1,
        ...candidat,
        ...facts(concordance.get(candidat.codeCertification)),
      })),
      resolutions: resultat.codes,
      jugements: jugements.map(presentJugement),
      formations,
      suivanteId,
    };
  }

  private async examples({ campagneId, signature }: RevueListView): Promise<RevueDetail['formations']> {
    return this.dataSource.query(
      `SELECT id::text AS id, identifiant, libelle, specialite, contenu->>'etablissement' AS etablissement, uai,
         academie
       FROM formation WHERE campagne_id = $1 AND signature_id = $2 ORDER BY rang LIMIT ${EXEMPLES}`,
      [campagneId, signature],
    );
  }

  /** The item to treat after this one, in the queue's own order; the first of the queue once at its end. */
  private async next({ id, campagneId, priorite }: RevueListView): Promise<string | null> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM revue WHERE campagne_id = $1 AND statut = 'a_traiter' AND id <> $2
       ORDER BY (priorite, id) < ($3::float8, $2) DESC, priorite DESC, id DESC LIMIT 1`,
      [campagneId, id, priorite],
    );
    return rows[0]?.id ?? null;
  }
}

type Facts = Pick<
  CandidatView,
  | 'famille'
  | 'niveauQualification'
  | 'dateOuverture'
  | 'dateFermeture'
  | 'premiereSession'
  | 'derniereSession'
  | 'rncp'
>;

function facts(certification: Certification | undefined): Facts {
  return {
    famille: certification?.famille ?? null,
    niveauQualification: certification?.niveauQualification ?? null,
    dateOuverture: certification?.dateOuverture ?? null,
    dateFermeture: certification?.dateFermeture ?? null,
    premiereSession: certification?.premiereSession ?? null,
    derniereSession: certification?.derniereSession ?? null,
    rncp: certification?.rncp ?? [],
  };
}
