/** What a page of differences is asked with: its filters by their names, and the page. */
export interface DemandeEcarts {
  [filtre: string]: string | number;
  page: number;
  perPage: number;
}
