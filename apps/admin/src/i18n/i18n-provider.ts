import polyglotI18nProvider from 'ra-i18n-polyglot';
import frenchMessages from 'ra-language-french';
import { mergeTranslations, type TranslationMessages } from 'react-admin';
import { collectes } from './fr/collectes.ts';
import { comparaisonExecutions } from './fr/comparaison-executions.ts';
import { conditions } from './fr/conditions.ts';
import { confiance, lecture, mesDecisions, requetes } from './fr/confiance.ts';
import { alertes, controles, cpf, etablissements, valeursEtablissements } from './fr/etablissements.ts';
import { epingles } from './fr/epingles.ts';
import { exportsMessages } from './fr/exports.ts';
import { finalites } from './fr/finalites.ts';
import { formations } from './fr/formations.ts';
import { graphe } from './fr/graphe.ts';
import { couverture } from './fr/couverture.ts';
import { interfaceMessages } from './fr/interface.ts';
import { typesJournal } from './fr/journal.ts';
import { perimetre } from './fr/perimetre.ts';
import { reactAdmin } from './fr/react-admin.ts';
import { ressources } from './fr/ressources.ts';
import { revue } from './fr/revue.ts';
import { valeurs } from './fr/valeurs.ts';

/** Every message of the interface: react-admin's own, then ours under `concordance`. */
export const messages = mergeTranslations(frenchMessages, reactAdmin, {
  resources: ressources,
  concordance: {
    ...interfaceMessages,
    alertes,
    collectes,
    comparaisonExecutions,
    conditions,
    confiance,
    controles,
    couverture,
    cpf,
    epingles,
    etablissements,
    exports: exportsMessages,
    finalites,
    formations,
    graphe,
    lecture,
    mesDecisions,
    perimetre,
    requetes,
    revue,
    valeurs: { ...valeurs, ...valeursEtablissements, typeJournal: typesJournal },
  },
}) as TranslationMessages;

export const i18nProvider = polyglotI18nProvider(() => messages, 'fr', [{ locale: 'fr', name: 'Français' }]);
