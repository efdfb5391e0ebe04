import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatchResult } from '#matching';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import {
  faitsDe,
  type CandidatView,
  type FormationExemple,
  type RevueListView,
} from '../review/revue-view.ts';

/** A candidate without its rank, its score or what explains it. */
export type CandidatAveugle = Omit<CandidatView, 'rang' | 'confiance' | 'explication'>;

/** What a person reads blind. An audit, a control and a sampled item look the same. */
export interface ElementAveugle extends Pick<
  RevueListView,
  | 'campagneId'
  | 'campagneNom'
  | 'libelle'
  | 'specialite'
  | 'typeDiplome'
  | 'voie'
  | 'plateforme'
  | 'codes'
  | 'nbFormations'
> {
  readonly id: string;
  readonly genre: 'audit' | 'seconde_lecture';
  readonly formations: readonly FormationExemple[];
  readonly candidats: readonly CandidatAveugle[];
  readonly jusquA: Date;
}

interface Row extends Omit<ElementAveugle, 'candidats'> {
  readonly resultat: MatchResult;
  readonly instantanes: string[];
}

/** Elements as they are read: nothing of the machine's opinion leaves the server. */
@Injectable()
export class ElementAveugleQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matchers: MatcherCache,
  ) {}

  async read(id: string): Promise<ElementAveugle | null> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT e.id, CASE e.genre WHEN 'seconde_lecture' THEN e.genre ELSE 'audit' END AS genre,
         e.campagne_id AS "campagneId", c.nom AS "campagneNom", s.contenu->>'libelle' AS libelle,
         s.contenu->>'specialite' AS specialite, s.contenu->>'typeDiplome' AS "typeDiplome",
         s.contenu->>'voie' AS voie, s.contenu->>'plateforme' AS plateforme, s.contenu->'codes' AS codes,
         e.nb_formations AS "nbFormations", e.bail_jusqu_a AS "jusquA", a.resultat, x.instantanes,
         coalesce((SELECT jsonb_agg(f) FROM (
           SELECT id::text AS id, identifiant, libelle, specialite, contenu->>'etablissement' AS etablissement,
             uai, academie
           FROM formation WHERE campagne_id = e.campagne_id AND signature_id = e.signature_id
           ORDER BY rang LIMIT 10) f), '[]') AS formations
       FROM element_lecture e
       JOIN campagne c ON c.id = e.campagne_id
       JOIN signature s ON s.id = e.signature_id
       JOIN execution x ON x.id = e.execution_id
       JOIN appariement a ON a.execution_id = e.execution_id AND a.signature_id = e.signature_id
       WHERE e.id = $1`,
      [id],
    );
    if (rows[0] === undefined) return null;
    const { resultat, instantanes, ...element } = rows[0];
    const concordance = await this.matchers.concordance(instantanes);
    const candidats = resultat.candidats.map(({ codeCertification, cfd, sise, libelle }) => ({
      codeCertification,
      cfd,
      sise,
      libelle,
      ...faitsDe(concordance.get(codeCertification)),
    }));
    return { ...element, candidats: shuffled(candidats, element.id) };
  }
}

/** The same order each time the element is read, and none that the score could be guessed from. */
export function shuffled<Candidate extends { readonly codeCertification: string }>(
  candidates: readonly Candidate[],
  elementId: string,
): Candidate[] {
  const key = ({ codeCertification }: Candidate): string =>
    createHash('sha256').update(`${elementId}:${codeCertification}`).digest('hex');
  return [...candidates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
