/**
 * SQL of when QuiForme answered for an organisme `o` of a snapshot `i`: a snapshot gathers answers of several imports,
 * and the same answers again are the same snapshot. What counts is the last answer for that SIRET, up to the last
 * import that gave this snapshot; for a file, when it was imported.
 */
export const DATE_REPONSE = `coalesce((
    SELECT max(e.obtenue_at) FROM collecte_etape e JOIN collecte c ON c.id = e.collecte_id
    WHERE e.etape = o.cle AND e.issue IN ('lue', 'fichier') AND c.source = 'quiforme' AND c.statut = 'terminee'
      AND c.ended_at <= (SELECT max(d.ended_at) FROM collecte d
        WHERE i.id = ANY(d.instantanes_ids) AND d.source = 'quiforme' AND d.statut = 'terminee')), i.created_at)`;

/** A moment of the database as ISO 8601 in UTC, the same text everywhere. */
export const iso = (moment: string): string =>
  `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
