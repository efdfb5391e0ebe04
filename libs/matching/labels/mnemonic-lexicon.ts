/** One way in which a listing or a table writes a family of diplomas. */
export interface FormeDeFamille {
  /** On canonical text, without anchors; matched at word boundaries. */
  readonly motif: string;
  readonly famille: string;
  /** What the form says of the certification beside its family, in full; left out where it says no more. */
  readonly mots?: string;
  readonly origine: 'BCN' | 'PARCOURSUP' | 'AFFELNET' | 'CARIF_OREF' | 'ONISEP';
}

/**
 * Reviewed data: the mnemonics of N_MEF.LIBELLE_LONG, which Affelnet prints: year, family and length of the course
 * in one word ("1CAP2", "TLPROA"). Longest reading first where two start at the same place.
 */
export const MNEMONIQUES: readonly FormeDeFamille[] = [
  { motif: '[123]?a?cap ?(?:a ?[123]?|[123]?a|[123]?ac)', famille: 'CAP agricole', origine: 'AFFELNET' },
  { motif: 'capa_a|capa-a|capa', famille: 'CAP agricole', origine: 'AFFELNET' },
  { motif: '[123]?a?cap ?(?:[123]?r?c?)|cap[_-]ap|appcap', famille: 'CAP', origine: 'AFFELNET' },
  {
    motif: '(?:2n?dpro?a|1e?r?proa|2proa|terproa|2ndpac|pro[_-]?ag?[_-]?ap|1epro?a|tlepro?a)',
    famille: 'Bac pro agricole',
    origine: 'AFFELNET',
  },
  { motif: '2n?de? ?pro agri(?:cole)?|2pro agri', famille: 'Bac pro agricole', origine: 'AFFELNET' },
  {
    motif: '(?:2n?de? ?pro[rc]?|2ndprc|1e?re? ?pro|1erpro|ter ?pro|tpro|tlepro|pro_ap)',
    famille: 'Bac pro',
    origine: 'AFFELNET',
  },
  { motif: '(?:[123]bp[123]?|app[123]?bp)', famille: 'BP', origine: 'AFFELNET' },
  { motif: '(?:[123]bpa[123]?c?|[123]bp[123]a|bpa_ap)', famille: 'BPA', origine: 'AFFELNET' },
  { motif: '[123]ctm[123]?', famille: 'CTM', origine: 'AFFELNET' },
  { motif: '[123]btm[123]?', famille: 'BTM', origine: 'BCN' },
  { motif: '[123]btsa[123]?', famille: 'BTSA', origine: 'BCN' },
  { motif: '[123]bts[123]?', famille: 'BTS', origine: 'BCN' },
  { motif: '[123]bma[123]?', famille: 'BMA', origine: 'BCN' },
  { motif: '[123]dma[123]?', famille: 'DMA', origine: 'BCN' },
  { motif: '[123]bpr[123]a', famille: 'Bac pro agricole', origine: 'BCN' },
  { motif: '[123]bpr[123]', famille: 'Bac pro', origine: 'BCN' },
  { motif: '(?:sec|ter)bepa', famille: 'BEP agricole', origine: 'BCN' },
  { motif: '(?:sec|ter)bep', famille: 'BEP', origine: 'BCN' },
  { motif: '[123]dsaa[123]?', famille: 'DSAA', origine: 'BCN' },
  { motif: '[123]dnmade[123]?', famille: 'DN MADE', origine: 'BCN' },
  { motif: '[123]dut[123]?', famille: 'DUT', origine: 'BCN' },
  { motif: '[123]?mc[1-5]', famille: 'MC', origine: 'BCN' },
  { motif: '[123]bts[123]?a', famille: 'BTSA', origine: 'BCN' },
  { motif: '[123]bep[123]?a', famille: 'BEP agricole', origine: 'BCN' },
  { motif: '[123]bep[123]', famille: 'BEP', origine: 'BCN' },
  { motif: '(?:[123t]|1ad)bta', famille: 'BT agricole', origine: 'BCN' },
  { motif: '(?:[123t]|1ad)bt', famille: 'BT', origine: 'BCN' },
  { motif: '[12]spe', famille: 'BT', origine: 'BCN' },
  {
    motif: '1adbtn|[1t][-_ ]?(?:sti2?d?|stl|stt|stg|stmg|st2s|s2tmd|std2a|sthr)',
    famille: 'Bac techno',
    origine: 'BCN',
  },
  { motif: '[1t]_tec[as]', famille: 'Bac techno agricole', origine: 'BCN' },
  { motif: 'tlproa', famille: 'Bac pro agricole', origine: 'BCN' },
  { motif: 'prepro', famille: 'Bac pro', origine: 'BCN' },
  { motif: 'liclmd', famille: 'Licence', origine: 'BCN' },
  { motif: 'licpr', famille: 'Licence professionnelle', origine: 'BCN' },
  { motif: 'dnts', famille: 'DNTS', origine: 'BCN' },
  { motif: 'cpge[12]', famille: 'CPGE', origine: 'BCN' },
  { motif: 'fcilgt', famille: 'FCIL de niveau 4', origine: 'BCN' },
  ...['3', '4', '5'].flatMap((n): readonly FormeDeFamille[] => [
    { motif: `fcil ?${n}`, famille: `FCIL de niveau ${n}`, origine: 'BCN' },
    { motif: `mdal${n}`, famille: `MODAL de niveau ${n}`, origine: 'BCN' },
  ]),
  { motif: 'cippa', famille: 'CIPPA', origine: 'BCN' },
  { motif: 'cpa(?= do[0-9])', famille: 'CPA', origine: 'BCN' },
  { motif: 'clipa', famille: 'CLIPA', origine: 'BCN' },
  { motif: '(?:[3-6]e(?:me)? )?segpa', famille: 'Enseignement adapté', origine: 'BCN' },
  ...['1', '2', '3', '4', '5'].map((n): FormeDeFamille => ({
    motif: `tp${n}`,
    famille: `Titre de niveau ${n}`,
    origine: 'BCN',
  })),
  ...['2', '3', '4', '5'].map((n): FormeDeFamille => ({
    motif: `[1-5]pd${n}[-_][1-5]`,
    famille: `Diplôme de niveau ${n}`,
    origine: 'BCN',
  })),
];
