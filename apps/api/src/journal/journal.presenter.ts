import type { JournalEntreeEntity } from '../database/entities/journal-entree.entity.ts';
import type { JournalEntreeDto } from './journal.schema.ts';

export function presentJournalEntree(entree: JournalEntreeEntity): JournalEntreeDto {
  return {
    id: entree.id,
    type: entree.type,
    message: entree.message,
    auteur: entree.auteurNom,
    creeLe: entree.createdAt.toISOString(),
    details: entree.details,
  };
}
