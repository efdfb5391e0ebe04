import type { RowRejection } from '#sources';
import type { ResultatPublic } from './resultat-public.ts';

/** The answer for a line that could not be read: no row of a catalogue goes without one. */
export function refusedResult({ ligne, motif, message }: RowRejection): ResultatPublic {
  return {
    id: `L${ligne}`,
    statut: 'sans_correspondance',
    code_certification: null,
    cfd: null,
    mefstat11: [],
    rncp: [],
    sise: null,
    ideo: [],
    confiance: 0,
    motifs: ['LIGNE_REFUSEE', motif],
    explication: [{ critere: 'ligne refusée', detail: message, contribution: 0 }],
    candidats: [],
  };
}
