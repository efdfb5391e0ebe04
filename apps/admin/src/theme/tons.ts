/** Colours of what the diff and the chips say, each ≥ 4.5:1 on its own background, light and dark. */
const tones = {
  light: {
    succes: { texte: '#18753c', fond: '#dffee6' },
    alerte: { texte: '#8a3800', fond: '#fff4ee' },
    erreur: { texte: '#b30700', fond: '#ffe9e9' },
    info: { texte: '#00539e', fond: '#e8edff' },
    neutre: { texte: '#3a3a3a', fond: '#eeeeee' },
  },
  dark: {
    succes: { texte: '#27a658', fond: '#19271d' },
    alerte: { texte: '#fc8d55', fond: '#2d1814' },
    erreur: { texte: '#ff9292', fond: '#301717' },
    info: { texte: '#9fc3fc', fond: '#1d2437' },
    neutre: { texte: '#cecece', fond: '#2a2a2a' },
  },
};
export type Ton = keyof (typeof tones)['light'];
export const TONS = Object.keys(tones.light) as Ton[];

/** Text and background of a tone in the theme's mode. */
export const tonColors = (mode: 'light' | 'dark', ton: Ton) => tones[mode][ton];
