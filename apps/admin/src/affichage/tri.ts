/** The order of a choice among records that have a name; the server refuses a sort it does not know. */
export const PAR_NOM = { field: 'nom', order: 'ASC' } as const;
