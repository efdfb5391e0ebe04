import { CompteEntity } from './entities/compte.entity.ts';
import { JournalEntreeEntity } from './entities/journal-entree.entity.ts';
import { SessionEntity } from './entities/session.entity.ts';

/** Every entity. The set-based tables of the main job are reached by SQL in their repositories (ADR 0003). */
export const ENTITIES = [CompteEntity, SessionEntity, JournalEntreeEntity];
