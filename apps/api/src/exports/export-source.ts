/** What names an export's inputs. */
export interface ExportSource {
  readonly campagneId: string;
  readonly executionId: string;
  readonly catalogueId: string;
  readonly nom: string;
  readonly plateforme: string;
  readonly rentree: string;
  readonly modele: string;
  readonly risque: number;
  readonly seuil: number;
  readonly empreinte: string;
  readonly instantanes: readonly { table: string; millesime: string; sha256: string }[];
}
