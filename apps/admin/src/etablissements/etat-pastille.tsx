import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutline from '@mui/icons-material/CheckCircleOutline';
import HelpOutline from '@mui/icons-material/HelpOutline';
import HighlightOff from '@mui/icons-material/HighlightOff';
import HistoryToggleOffOutlined from '@mui/icons-material/HistoryToggleOffOutlined';
import HourglassEmpty from '@mui/icons-material/HourglassEmpty';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslate } from 'react-admin';
import { Pastille } from '../affichage/pastille.tsx';
import type { EtatControle, Ouverture } from '../contract/etablissement.ts';
import type { Ton } from '../theme/tons.ts';

type Look = { ton: Ton; icon: SvgIconComponent };

const etats: Record<EtatControle, Look> = {
  conforme: { ton: 'succes', icon: CheckCircleOutline },
  non_conforme: { ton: 'erreur', icon: HighlightOff },
  hors_perimetre: { ton: 'neutre', icon: BlockOutlined },
  inconnu: { ton: 'neutre', icon: HelpOutline },
  perime: { ton: 'alerte', icon: HistoryToggleOffOutlined },
};

const ouvertures: Record<Ouverture, Look> = {
  ouverte: { ton: 'succes', icon: CheckCircleOutline },
  fermee: { ton: 'erreur', icon: HighlightOff },
  a_venir: { ton: 'alerte', icon: HourglassEmpty },
};

/** How a check ended, by icon and words. */
export const EtatPastille = ({ etat }: { etat: EtatControle }) => {
  const translate = useTranslate();
  return <Pastille {...etats[etat]}>{translate(`concordance.valeurs.etatControle.${etat}`)}</Pastille>;
};

/** Whether an establishment is open at the rentrée. */
export const OuverturePastille = ({ ouverture }: { ouverture: Ouverture }) => {
  const translate = useTranslate();
  return (
    <Pastille {...ouvertures[ouverture]}>{translate(`concordance.valeurs.ouverture.${ouverture}`)}</Pastille>
  );
};
