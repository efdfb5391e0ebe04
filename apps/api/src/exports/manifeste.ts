import type { ExportSource } from './export-source.ts';

export interface FichierExporte {
  readonly nom: string;
  readonly octets: number;
  readonly sha256: string;
}

export interface CompteursExport {
  /** Lines of the catalogue: the four counts below it add up to this. */
  readonly formations: number;
  readonly apparie: number;
  readonly a_verifier: number;
  readonly sans_correspondance: number;
  /** Lines of the catalogue that could not be read. */
  readonly lignes_illisibles: number;
  readonly decisions_humaines: number;
  /** Formations with figures to show. */
  readonly couvertes: number;
}

/**
 * What an export says of itself. It names its inputs by their content, never by an id or a time of this machine:
 * two runs on the same inputs write the same bytes.
 */
export interface Manifeste {
  readonly version: string;
  readonly campagne: string;
  readonly plateforme: string;
  readonly rentree: string;
  readonly modele: string;
  readonly risque: number;
  readonly seuil: number;
  readonly empreinte: string;
  readonly instantanes: ExportSource['instantanes'];
  readonly compteurs: CompteursExport;
  readonly fichiers: readonly FichierExporte[];
}
