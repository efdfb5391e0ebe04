import type { GrapheCertification } from '../contract/graphe.ts';

/** Size of a box and of the gaps between boxes, in pixels. */
export const BOITE = { largeur: 220, hauteur: 48 } as const;
const ECART_X = 56;
const ECART_Y = 16;
const MARGE = 4;
/** Between the succession and the codes below it. */
const SEPARATION = 40;
/** Codes side by side under the succession. */
const CODES_PAR_LIGNE = 3;

export interface BoitePlacee {
  readonly cle: string;
  readonly x: number;
  readonly y: number;
  readonly titre: string;
  readonly sousTitre: string;
  readonly centre: boolean;
  /** Address in the back office, for another certification. */
  readonly lien: string | null;
  /** What a screen reader says. */
  readonly nom: string;
}

export interface Fleche {
  readonly cle: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** From a code to the certification it names, not a succession. */
  readonly pointillee: boolean;
}

const columnX = (column: number) => MARGE + column * (BOITE.largeur + ECART_X);
const rowY = (row: number) => MARGE + row * (BOITE.hauteur + ECART_Y);

/** Places the certifications in columns by generation, oldest left, and the codes in rows below. Pure. */
export const disposer = (
  graphe: GrapheCertification,
  /** A source's table in words. */
  nomTable: (table: string) => string,
): { boites: BoitePlacee[]; fleches: Fleche[]; largeur: number; hauteur: number } => {
  const rangs = [...new Set(graphe.certifications.map(({ rang }) => rang))].sort((a, b) => a - b);
  const places = new Map<string, { x: number; y: number }>();
  const filled = new Map<number, number>();
  for (const { code, rang } of graphe.certifications) {
    const row = filled.get(rang) ?? 0;
    filled.set(rang, row + 1);
    places.set(code, { x: columnX(rangs.indexOf(rang)), y: rowY(row) });
  }
  const rows = Math.max(...filled.values(), 1);
  const codesY = rowY(rows) - ECART_Y + SEPARATION;
  const center = places.get(graphe.centre) ?? { x: columnX(0), y: rowY(0) };

  const certifications = graphe.certifications.map((one): BoitePlacee => {
    const { code, libelle, dateOuverture, dateFermeture } = one;
    const annees = `${dateOuverture?.slice(0, 4) ?? '…'} – ${dateFermeture?.slice(0, 4) ?? '…'}`;
    const centre = code === graphe.centre;
    return {
      cle: code,
      ...(places.get(code) ?? center),
      titre: libelle,
      sousTitre: `${code} · ${annees}`,
      centre,
      lien: centre ? null : `/certifications/${encodeURIComponent(code)}/show`,
      nom: `${libelle}, ${code}, ${annees}`,
    };
  });
  const codes = graphe.codes.map(({ type, code, source }, index): BoitePlacee => {
    const row = Math.floor(index / CODES_PAR_LIGNE);
    return {
      cle: `${type} ${code}`,
      x: columnX(index % CODES_PAR_LIGNE),
      y: codesY + row * (BOITE.hauteur + ECART_Y),
      titre: code.startsWith(type) ? code : `${type} ${code}`,
      sousTitre: source ? nomTable(source) : '',
      centre: false,
      lien: null,
      nom: [`${type} ${code}`, source ? nomTable(source) : null].filter(Boolean).join(', '),
    };
  });

  const successions = graphe.successions.flatMap(({ de, vers }): Fleche[] => {
    const from = places.get(de);
    const to = places.get(vers);
    if (!from || !to) return [];
    return [
      {
        cle: `${de} ${vers}`,
        x1: from.x + BOITE.largeur,
        y1: from.y + BOITE.hauteur / 2,
        x2: to.x,
        y2: to.y + BOITE.hauteur / 2,
        pointillee: false,
      },
    ];
  });
  const named = codes.slice(0, CODES_PAR_LIGNE).map(({ cle, x, y }): Fleche => ({
    cle,
    x1: x + BOITE.largeur / 2,
    y1: y,
    x2: center.x + BOITE.largeur / 2,
    y2: center.y + BOITE.hauteur,
    pointillee: true,
  }));
  const codeRows = Math.ceil(codes.length / CODES_PAR_LIGNE);
  const columns = Math.max(rangs.length, Math.min(codes.length, CODES_PAR_LIGNE), 1);
  return {
    boites: [...certifications, ...codes],
    fleches: [...successions, ...named],
    largeur: columnX(columns) - ECART_X + MARGE,
    hauteur: codes.length > 0 ? codesY + codeRows * (BOITE.hauteur + ECART_Y) : rowY(rows),
  };
};
