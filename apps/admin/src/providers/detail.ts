/**
 * Meta of a record read alone where it holds more than in its list. react-admin fills the cache of single records
 * from the lists; under another meta, a page never starts from a record that lacks half of its fields.
 */
export const DETAIL = { detail: true } as const;
