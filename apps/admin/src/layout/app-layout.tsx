import { Box, Drawer, Typography, useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { Suspense, memo, useCallback, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Navigate, useGetIdentity, useLocation, useTranslate } from 'react-admin';
import { Chargement } from '../affichage/etats.tsx';
import { StylesDenses } from '../affichage/styles-denses.tsx';
import { MOT_DE_PASSE_PATH } from '../providers/auth-provider.ts';
import { Entete } from './entete.tsx';
import { Navigation } from './navigation.tsx';
import { PageErreur } from './page-erreur.tsx';
import { usePageAnnouncement } from './use-page-announcement.ts';

const NAVIGATION_WIDTH = 232;
const MAIN_ID = 'contenu';

const SkipLink = memo(() => {
  const translate = useTranslate();
  return (
    <Box
      component="a"
      href={`#${MAIN_ID}`}
      // The address after # belongs to the router: the link moves the focus itself.
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(MAIN_ID)?.focus();
      }}
      sx={{
        position: 'absolute',
        left: '8px',
        top: '-100px',
        zIndex: 2000,
        p: '8px 16px',
        color: 'text.primary',
        backgroundColor: 'background.paper',
        '&:focus': { top: '8px' },
      }}
    >
      {translate('concordance.application.allerAuContenu')}
    </Box>
  );
});
SkipLink.displayName = 'SkipLink';

/** The page's only h1, filled by react-admin's pages; what is inside is theirs. */
const Titre = memo(() => (
  <Typography
    component="h1"
    variant="h1"
    id="react-admin-title"
    tabIndex={-1}
    sx={{ mb: '12px', outline: 'none' }}
  />
));
Titre.displayName = 'Titre';

/**
 * The frame of every page: skip link, banner, navigation, and one `main` with the page's only h1,
 * which react-admin's pages fill by its id.
 */
export const AppLayout = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  const theme = useTheme();
  const wide = useMediaQuery(theme.breakpoints.up('lg'), { noSsr: true });
  const [menuOpen, setMenuOpen] = useState(false);
  const open = useCallback(() => setMenuOpen(true), []);
  const close = useCallback(() => setMenuOpen(false), []);
  const { pathname } = useLocation();
  const { identity, isPending } = useGetIdentity();
  usePageAnnouncement(pathname);

  if (isPending) return <Chargement />;
  if (identity?.doitChangerMotDePasse) return <Navigate to={MOT_DE_PASSE_PATH} replace />;

  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <StylesDenses />
      <SkipLink />
      <Entete onMenu={wide ? null : open} menuOpen={menuOpen} />
      <Box sx={{ display: 'flex', flexGrow: 1, minWidth: 0 }}>
        {wide ? (
          <Box sx={{ width: NAVIGATION_WIDTH, flexShrink: 0, borderRight: 1, borderColor: 'divider' }}>
            <Box sx={{ position: 'sticky', top: 57 }}>
              <Navigation />
            </Box>
          </Box>
        ) : (
          <Drawer
            open={menuOpen}
            onClose={close}
            slotProps={{
              paper: { sx: { width: 280 }, 'aria-label': translate('concordance.application.menu') },
            }}
          >
            <Navigation onNavigate={close} />
          </Drawer>
        )}
        <Box
          component="main"
          id={MAIN_ID}
          tabIndex={-1}
          sx={{
            flexGrow: 1,
            minWidth: 0,
            p: { xs: '12px', md: '24px' },
            pt: { xs: '16px', md: '20px' },
            outline: 'none',
          }}
        >
          <Titre />
          <ErrorBoundary resetKeys={[pathname]} FallbackComponent={PageErreur}>
            <Suspense fallback={<Chargement />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </Box>
  );
};
