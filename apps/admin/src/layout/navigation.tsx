import type { SvgIconComponent } from '@mui/icons-material';
import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CloudDownloadOutlined from '@mui/icons-material/CloudDownloadOutlined';
import DashboardOutlined from '@mui/icons-material/DashboardOutlined';
import DonutSmallOutlined from '@mui/icons-material/DonutSmallOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import NotificationImportantOutlined from '@mui/icons-material/NotificationImportantOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import TimerOutlined from '@mui/icons-material/TimerOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';
import { Box, Typography } from '@mui/material';
import { memo } from 'react';
import { Link, usePermissions, useLocation, useTranslate } from 'react-admin';
import type { Role } from '../contract/session.ts';
import { isAllowed } from '../providers/auth-provider.ts';

type Entry = { resource: string; icon: SvgIconComponent };
const groups: readonly { titre: string; entries: readonly Entry[] }[] = [
  {
    titre: 'concordance.menu.travail',
    entries: [
      { resource: 'revues', icon: FactCheckOutlined },
      { resource: 'campagnes', icon: CampaignOutlined },
      { resource: 'formations', icon: SchoolOutlined },
      { resource: 'executions', icon: PlayCircleOutlined },
      { resource: 'couverture', icon: DonutSmallOutlined },
      { resource: 'confiance', icon: VerifiedUserOutlined },
      { resource: 'alertes', icon: NotificationImportantOutlined },
      { resource: 'exports', icon: FileDownloadOutlined },
    ],
  },
  {
    titre: 'concordance.menu.donnees',
    entries: [
      { resource: 'certifications', icon: WorkspacePremiumOutlined },
      { resource: 'etablissements', icon: AccountBalanceOutlined },
      { resource: 'instantanes', icon: Inventory2Outlined },
      { resource: 'imports', icon: FileUploadOutlined },
      { resource: 'collectes', icon: CloudDownloadOutlined },
      { resource: 'planifications', icon: EventRepeatOutlined },
      { resource: 'regles-perimetre', icon: RuleOutlined },
    ],
  },
  {
    titre: 'concordance.menu.administration',
    entries: [
      { resource: 'comptes', icon: GroupOutlined },
      { resource: 'journal', icon: HistoryOutlined },
      { resource: 'finalites', icon: TimerOutlined },
    ],
  },
];

const Item = ({
  to,
  icon: Icon,
  label,
  current,
  onNavigate,
}: {
  to: string;
  icon: SvgIconComponent;
  label: string;
  current: boolean;
  onNavigate: (() => void) | undefined;
}) => (
  <Box component="li">
    <Link
      to={to}
      onClick={onNavigate}
      aria-current={current ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '12px',
        minHeight: 40,
        px: '16px',
        color: current ? 'primary.main' : 'text.primary',
        fontWeight: current ? 700 : 400,
        borderLeft: '3px solid',
        borderColor: current ? 'primary.main' : 'transparent',
        textDecoration: 'none',
        '&:hover': { backgroundColor: 'action.hover' },
      }}
    >
      <Icon aria-hidden fontSize="small" />
      {label}
    </Link>
  </Box>
);

interface Props {
  /** Where the menu closes once an entry is taken. */
  onNavigate?: () => void;
}

/** The entries, drawn again only when one goes from a section to another: not at each item of the review. */
const Menu = memo(({ section, onNavigate }: Props & { section: string }) => {
  const translate = useTranslate();
  const { permissions: role } = usePermissions<Role>();
  const list = { listStyle: 'none', m: 0, p: 0 };
  return (
    <Box component="nav" aria-label={translate('concordance.application.navigation')} sx={{ py: '12px' }}>
      <Box component="ul" sx={list}>
        <Item
          to="/"
          icon={DashboardOutlined}
          label={translate('concordance.menu.tableauDeBord')}
          current={section === ''}
          onNavigate={onNavigate}
        />
      </Box>
      {groups.map(({ titre, entries }) => (
        <Box key={titre}>
          <Typography
            component="p"
            color="text.secondary"
            sx={{ px: '19px', pt: '16px', pb: '4px', fontSize: '0.8125rem', fontWeight: 700 }}
          >
            {translate(titre)}
          </Typography>
          <Box component="ul" sx={list}>
            {entries
              .filter(({ resource }) => role && isAllowed(role, resource, 'list'))
              .map(({ resource, icon }) => (
                <Item
                  key={resource}
                  to={`/${resource}`}
                  icon={icon}
                  label={translate(`resources.${resource}.name`, { smart_count: 2 })}
                  current={section === resource}
                  onNavigate={onNavigate}
                />
              ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
});
Menu.displayName = 'Menu';

/** The way to every page the role may open. */
export const Navigation = ({ onNavigate }: Props) => {
  const { pathname } = useLocation();
  return <Menu section={pathname.split('/')[1] ?? ''} {...(onNavigate ? { onNavigate } : {})} />;
};
