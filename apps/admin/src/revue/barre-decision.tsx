import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/Check';
import CorporateFareOutlined from '@mui/icons-material/CorporateFareOutlined';
import HelpOutline from '@mui/icons-material/HelpOutline';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheck';
import Search from '@mui/icons-material/Search';
import SkipNext from '@mui/icons-material/SkipNext';
import Undo from '@mui/icons-material/Undo';
import type { ReactElement } from 'react';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { affichage, type ReviewAction, type Touches } from './raccourcis.ts';
import { Touche } from './touche.tsx';

/** Icons are made once: React then knows that they have not changed. */
const BUTTONS: readonly { action: ReviewAction; icon: ReactElement; decides: boolean }[] = [
  { action: 'accepter', icon: <Check aria-hidden fontSize="inherit" />, decides: true },
  { action: 'aucune', icon: <BlockOutlined aria-hidden fontSize="inherit" />, decides: true },
  { action: 'incertain', icon: <HelpOutline aria-hidden fontSize="inherit" />, decides: true },
  { action: 'chercher', icon: <Search aria-hidden fontSize="inherit" />, decides: true },
  { action: 'similaires', icon: <PlaylistAddCheck aria-hidden fontSize="inherit" />, decides: true },
  { action: 'annuler', icon: <Undo aria-hidden fontSize="inherit" />, decides: true },
  { action: 'passer', icon: <SkipNext aria-hidden fontSize="inherit" />, decides: false },
  { action: 'contexte', icon: <CorporateFareOutlined aria-hidden fontSize="inherit" />, decides: false },
  { action: 'aide', icon: <KeyboardOutlined aria-hidden fontSize="inherit" />, decides: false },
];

const Bouton = memo(
  ({
    action,
    icon,
    touche,
    disabled,
    onAction,
  }: {
    action: ReviewAction;
    icon: ReactElement;
    /** Null where the action has no key, or the keys are switched off. */
    touche: string | null;
    disabled: boolean;
    onAction: (action: ReviewAction) => void;
  }) => {
    const translate = useTranslate();
    return (
      <button
        type="button"
        className={action === 'accepter' ? 'cc-bouton cc-bouton-plein' : 'cc-bouton'}
        disabled={disabled}
        onClick={() => onAction(action)}
      >
        {icon}
        {translate(`concordance.revue.actions.${action}`)}
        {touche ? <Touche>{affichage(touche)}</Touche> : null}
      </button>
    );
  },
);
Bouton.displayName = 'Bouton';

/** The actions on the item, always in view and in reach of a thumb. */
export const BarreDecision = ({
  canDecide,
  impossible,
  touches,
  occupe,
  onAction,
}: {
  canDecide: boolean;
  /** Actions that cannot be done now. */
  impossible: ReadonlySet<ReviewAction>;
  /** Null where the keys are switched off: they are not shown. */
  touches: Touches | null;
  /** A decision is being written: another one waits for it. */
  occupe: boolean;
  onAction: (action: ReviewAction) => void;
}) => {
  const translate = useTranslate();
  return (
    <div
      role="group"
      aria-label={translate('concordance.revue.actions.groupe')}
      aria-busy={occupe}
      className="cc-actions"
    >
      {BUTTONS.filter(({ decides }) => canDecide || !decides).map(({ action, icon }) => (
        <Bouton
          key={action}
          action={action}
          icon={icon}
          touche={touches?.[action] ?? null}
          disabled={impossible.has(action)}
          onAction={onAction}
        />
      ))}
    </div>
  );
};
