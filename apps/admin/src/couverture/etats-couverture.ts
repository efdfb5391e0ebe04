import type { SystemStyleObject } from '@mui/system';
import { ETATS_COUVERTURE } from '../contract/couverture.ts';

/** A state as legends say it: "Sous le seuil de 20 élèves" for "Non couvert - Sous le seuil de 20 élèves". */
export const nomEtat = (etat: string): string => {
  const nom = etat.replace(/^Non couvert - /, '');
  return nom.charAt(0).toUpperCase() + nom.slice(1);
};

/** States as the choices of a filter. */
export const CHOIX_ETATS = ETATS_COUVERTURE.map((etat) => ({ id: etat, name: nomEtat(etat) }));

type Motif = 'plein' | 'diagonale' | 'contre' | 'vertical' | 'horizontal' | 'points' | 'grille' | 'large';

/** Colour by theme and drawing of each state: the drawing tells them apart where the colour does not. */
const ASPECTS: Record<string, { clair: string; sombre: string; motif: Motif }> = {
  Couvert: { clair: '#18753c', sombre: '#27a658', motif: 'plein' },
  'Plusieurs codes certification associés': { clair: '#6a6af4', sombre: '#9898f8', motif: 'diagonale' },
  'Plusieurs certifications associées au départ dont une seule est couverte': {
    clair: '#00539e',
    sombre: '#9fc3fc',
    motif: 'grille',
  },
  'Plusieurs formations en année terminale associées': {
    clair: '#465f9d',
    sombre: '#869ece',
    motif: 'vertical',
  },
  'Première année commune': { clair: '#447049', sombre: '#87ab8b', motif: 'points' },
  'Sous le seuil de 20 élèves': { clair: '#b34000', sombre: '#fc8d55', motif: 'diagonale' },
  'Nouvelle formation': { clair: '#716043', sombre: '#d1b781', motif: 'horizontal' },
  'Territoire mal couvert': { clair: '#755f4d', sombre: '#bba78b', motif: 'points' },
  'UAI Inconnu': { clair: '#8d533e', sombre: '#e4a28f', motif: 'grille' },
  'code certification inconnu': { clair: '#b30700', sombre: '#ff9292', motif: 'contre' },
  'Autres ministères certificateurs': { clair: '#6e445a', sombre: '#ce70a0', motif: 'vertical' },
  'Problème de qualité du code formation en entrée': { clair: '#a558a0', sombre: '#ce9bc9', motif: 'large' },
  'Sans raison évidente': { clair: '#666666', sombre: '#b8b8b8', motif: 'horizontal' },
};
const INCONNU = { clair: '#666666', sombre: '#b8b8b8', motif: 'large' } as const;

const lines = (angle: string, every: number, width: number): SystemStyleObject => ({
  backgroundImage: `repeating-linear-gradient(${angle}, var(--trait) 0 ${width}px, transparent ${width}px ${every}px)`,
});
const MOTIFS: Record<Motif, SystemStyleObject> = {
  plein: {},
  diagonale: lines('45deg', 8, 2),
  contre: lines('-45deg', 8, 2),
  vertical: lines('90deg', 6, 2),
  horizontal: lines('0deg', 6, 2),
  large: lines('45deg', 16, 5),
  points: {
    backgroundImage: 'radial-gradient(var(--trait) 1.5px, transparent 2px)',
    backgroundSize: '7px 7px',
  },
  grille: {
    backgroundImage:
      'linear-gradient(var(--trait) 1px, transparent 1px), linear-gradient(90deg, var(--trait) 1px, transparent 1px)',
    backgroundSize: '7px 7px',
  },
};

/** How a state is painted, in a bar as in its legend. */
export const aspectEtat = (etat: string, mode: 'light' | 'dark'): SystemStyleObject => {
  const { clair, sombre, motif } = ASPECTS[etat.replace(/^Non couvert - /, '')] ?? INCONNU;
  return {
    '--trait': mode === 'light' ? 'rgba(255,255,255,0.75)' : 'rgba(0,0,0,0.65)',
    backgroundColor: mode === 'light' ? clair : sombre,
    ...MOTIFS[motif],
    // Colours forced by the system erase backgrounds: the edges still separate the parts.
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  };
};
