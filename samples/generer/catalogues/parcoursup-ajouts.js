/**
 * Rows that a rule of the figures needs at given places. They were added once the others were drawn, and come last: the
 * order and the places of the others hold.
 *
 * CODEFORMATIONACCUEIL;type;label;route;codes (see parcoursup-cas.js);composante;affectation;gestionnaire;clé ministères
 * éducatifs;case;status;certification;why. The three places are names of establishments.
 */
export const AJOUTS_PARCOURSUP = `
46501;BTS - Services;Management Commercial Opérationnel;s;m:32031213;Lycée Zaïna-Combo;Lycée Zaïna-Combo;Lycée Zaïna-Combo;;ordinaire;apparie;CFD:32031213;
46502;BTS - Services;Management Commercial Opérationnel - en apprentissage;a;-;CFA commerce et services de l'Erdre;CFA commerce et services de l'Erdre;CFA commerce et services de l'Erdre;140041P010449492D0449492D#L01;codes_absents;apparie;CFD:32031213;seule la clé ministères éducatifs est donnée
46503;BTS - Services;Négociation et digitalisation de la Relation Client - en apprentissage;a;c:32031212;CFA du bâtiment de Rocamaure;CFA du bâtiment de Rocamaure;CFA du bâtiment de Rocamaure;149001P010829471Z0069611P#L01;ordinaire;apparie;CFD:32031212;
46504;BTS - Services;Commerce International;s;m:32031215;Lycée Noémie-Duhart;Lycée polyvalent Étienne-Sorbier;Lycée Noémie-Duhart;;ordinaire;apparie;CFD:32031215;
`;
