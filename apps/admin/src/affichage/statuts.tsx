import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import HelpOutline from '@mui/icons-material/HelpOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import HourglassEmpty from '@mui/icons-material/HourglassEmpty';
import PersonOutline from '@mui/icons-material/PersonOutline';
import Sync from '@mui/icons-material/Sync';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslate } from 'react-admin';
import type { StatutExecution } from '../contract/campagne.ts';
import type { Statut, StatutRevue } from '../contract/formation.ts';
import type { Ton } from '../theme/tons.ts';
import { Pastille } from './pastille.tsx';

type Look = { ton: Ton; icon: SvgIconComponent };

export const statutLooks: Record<Statut, Look> = {
  apparie: { ton: 'succes', icon: CheckCircleOutline },
  a_verifier: { ton: 'alerte', icon: HelpOutline },
  sans_correspondance: { ton: 'erreur', icon: HighlightOff },
};

const executionLooks: Record<StatutExecution, Look> = {
  en_attente: { ton: 'neutre', icon: HourglassEmpty },
  en_cours: { ton: 'info', icon: Sync },
  terminee: { ton: 'succes', icon: CheckCircleOutline },
  echouee: { ton: 'erreur', icon: HighlightOff },
  annulee: { ton: 'neutre', icon: HighlightOff },
};

const revueLooks: Record<StatutRevue, Look> = {
  a_traiter: { ton: 'alerte', icon: HelpOutline },
  decide: { ton: 'succes', icon: CheckCircleOutline },
  obsolete: { ton: 'neutre', icon: HourglassEmpty },
  adjudication: { ton: 'erreur', icon: GavelOutlined },
};

const waiting: Look = { ton: 'neutre', icon: HourglassEmpty };

/** Outcome of a formation; null before its first run. */
export const StatutPastille = ({ statut }: { statut: Statut | null }) => {
  const translate = useTranslate();
  return (
    <Pastille {...(statut ? statutLooks[statut] : waiting)}>
      {translate(`concordance.valeurs.statut.${statut ?? 'inconnu'}`)}
    </Pastille>
  );
};

export const ExecutionPastille = ({ statut }: { statut: StatutExecution }) => {
  const translate = useTranslate();
  return (
    <Pastille {...executionLooks[statut]}>
      {translate(`concordance.valeurs.statutExecution.${statut}`)}
    </Pastille>
  );
};

export const RevuePastille = ({ statut }: { statut: StatutRevue }) => {
  const translate = useTranslate();
  return (
    <Pastille {...revueLooks[statut]}>{translate(`concordance.valeurs.statutRevue.${statut}`)}</Pastille>
  );
};

export const DecisionPastille = ({ decision }: { decision: 'auto' | 'humaine' | null }) => {
  const translate = useTranslate();
  if (decision !== 'humaine') return null;
  return (
    <Pastille ton="info" icon={PersonOutline}>
      {translate('concordance.valeurs.decision.humaine')}
    </Pastille>
  );
};

/** The reason codes of a result, in words. */
export const Motifs = ({ motifs }: { motifs: string[] }) => {
  const translate = useTranslate();
  return (
    <>
      {motifs.map((motif) => (
        <Pastille key={motif} ton="neutre">
          {translate(`concordance.valeurs.motif.${motif}`, { _: motif })}
        </Pastille>
      ))}
    </>
  );
};
