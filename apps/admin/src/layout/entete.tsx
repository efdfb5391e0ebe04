import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import {
  Box,
  Button,
  IconButton,
  Menu,
  MenuItem,
  Tooltip,
  Typography,
  type MenuItemProps,
} from '@mui/material';
import { useTheme as useMuiTheme } from '@mui/material/styles';
import { memo, useState } from 'react';
import { Link, useGetIdentity, useLogout, useNavigate, useTheme, useTranslate } from 'react-admin';
import { MOT_DE_PASSE_PATH } from '../providers/auth-provider.ts';

const ThemeSwitch = () => {
  const translate = useTranslate();
  const dark = useMuiTheme().palette.mode === 'dark';
  const [, setTheme] = useTheme();
  const label = translate(`concordance.application.${dark ? 'themeClair' : 'themeSombre'}`);
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setTheme(dark ? 'light' : 'dark')}>
        {dark ? <LightModeOutlined /> : <DarkModeOutlined />}
      </IconButton>
    </Tooltip>
  );
};

/** Apart, and there only while the menu is open: `useLogout` follows the address, and would redraw the banner with it. */
const Deconnexion = (props: MenuItemProps) => {
  const translate = useTranslate();
  const logout = useLogout();
  return (
    <MenuItem {...props} onClick={() => void logout()}>
      {translate('concordance.application.deconnexion')}
    </MenuItem>
  );
};

const CompteMenu = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { identity } = useGetIdentity();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: { xs: 150, sm: 260 }, '& span + span': { minWidth: 0 } }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {identity?.fullName ?? translate('concordance.application.compte')}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {identity ? (
          <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
            {identity.identifiant as string} ·{' '}
            {translate(`concordance.valeurs.role.${String(identity.role)}`)}
          </MenuItem>
        ) : null}
        <MenuItem
          onClick={() => {
            close();
            navigate(MOT_DE_PASSE_PATH);
          }}
        >
          {translate('concordance.application.changerMotDePasse')}
        </MenuItem>
        <Deconnexion />
      </Menu>
    </>
  );
};

/** The banner. `onMenu` is null where the navigation is always in view. */
export const Entete = memo(({ onMenu, menuOpen }: { onMenu: (() => void) | null; menuOpen: boolean }) => {
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1100,
        display: 'flex',
        alignItems: 'center',
        gap: '8px',
        minHeight: 56,
        px: { xs: '8px', md: '24px' },
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
      }}
    >
      {onMenu ? (
        <IconButton
          onClick={onMenu}
          aria-label={translate('concordance.application.menu')}
          aria-haspopup="dialog"
          aria-expanded={menuOpen}
        >
          <MenuIcon />
        </IconButton>
      ) : null}
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Link
          to="/"
          sx={{ color: 'text.primary', fontWeight: 700, fontSize: '1.125rem', textDecoration: 'none' }}
        >
          {translate('concordance.application.nom')}
        </Link>
        <Typography
          component="p"
          noWrap
          color="text.secondary"
          sx={{ fontSize: '0.8125rem', display: { xs: 'none', md: 'block' } }}
        >
          {translate('concordance.application.sousTitre')}
        </Typography>
      </Box>
      <ThemeSwitch />
      <CompteMenu />
    </Box>
  );
});
Entete.displayName = 'Entete';
