import { CampagneQuery, type CampagneView } from '../campagnes/campagne.query.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import type { DatabaseSession } from './database-session.ts';

/** Every campaign, oldest first. */
export const ALL_CAMPAGNES = { perPage: 1_000, offset: 0, sort: 'creeeLe', order: 'ASC' } as const;

/** The campaign of this id or name, as people type either. */
export async function findCampagne(app: DatabaseSession['app'], wanted: string): Promise<CampagneView> {
  const { data } = await app.get(CampagneQuery).list(ALL_CAMPAGNES, {});
  const found = data.find(({ id, nom }) => id === wanted || nom === wanted);
  if (found !== undefined) return found;
  throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne « ${wanted} » (concordance campagne liste)`);
}
