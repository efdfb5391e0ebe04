/** A column that a narrow screen has no room for: what it says is said elsewhere in the row then. */
export const LARGE = { display: { xs: 'none', sm: 'table-cell' } };

/** What says it there. */
export const ETROIT = { display: { sm: 'none' } };
