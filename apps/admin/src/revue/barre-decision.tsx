import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/Check';
import CorporateFareOutlined from '@mui/icons-material/CorporateFareOutlined';
import HelpOutline from '@mui/icons-material/HelpOutline';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheck';
import Search from '@mui/icons-material/Search';
import SkipNext from '@mui/icons-material/SkipNext';
import Undo from '@mui/icons-material/Undo';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { affichage, type ReviewAction, type Touches } from './raccourcis.ts';
import { Touche } from './touche.tsx';

const BUTTONS: readonly { action: ReviewAction; icon: SvgIconComponent; decides: boolean }[] = [
  { action: 'accepter', icon: Check, decides: true },
  { action: 'aucune', icon: BlockOutlined, decides: true },
  { action: 'incertain', icon: HelpOutline, decides: true },
  { action: 'chercher', icon: Search, decides: true },
  { action: 'similaires', icon: PlaylistAddCheck, decides: true },
  { action: 'annuler', icon: Undo, decides: true },
  { action: 'passer', icon: SkipNext, decides: false },
  { action: 'contexte', icon: CorporateFareOutlined, decides: false },
  { action: 'aide', icon: KeyboardOutlined, decides: false },
];

/** The actions on the item, always in view and in reach of a thumb. */
export const BarreDecision = ({
  canDecide,
  impossible,
  touches,
  onAction,
}: {
  canDecide: boolean;
  /** Actions that cannot be done now. */
  impossible: ReadonlySet<ReviewAction>;
  /** Null where the keys are switched off: they are not shown. */
  touches: Touches | null;
  onAction: (action: ReviewAction) => void;
}) => {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('concordance.revue.actions.groupe')}
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 10,
        mx: { xs: '-12px', md: '-24px' },
        px: { xs: '8px', md: '24px' },
        py: '8px',
        display: 'flex',
        flexWrap: 'wrap',
        gap: { xs: '4px', md: '8px' },
        borderTop: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      {BUTTONS.filter(({ decides }) => canDecide || !decides).map(({ action, icon: Icon }) => (
        <Button
          key={action}
          variant={action === 'accepter' ? 'contained' : 'outlined'}
          startIcon={<Icon />}
          disabled={impossible.has(action)}
          onClick={() => onAction(action)}
          sx={{ flexGrow: { xs: 1, md: 0 }, px: { xs: '8px', md: '12px' } }}
        >
          {translate(`concordance.revue.actions.${action}`)}
          {touches?.[action] ? <Touche>{affichage(touches[action])}</Touche> : null}
        </Button>
      ))}
    </Box>
  );
};
