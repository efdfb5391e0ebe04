import type { SvgIconComponent } from '@mui/icons-material';
import type { ReactNode } from 'react';
import type { Ton } from '../theme/tons.ts';

/** A small label that says its meaning by icon and text, the colour only repeating it. */
export const Pastille = ({
  ton,
  icon: Icon,
  children,
}: {
  ton: Ton;
  icon?: SvgIconComponent;
  children: ReactNode;
}) => (
  <span className={`cc-pastille cc-ton-${ton}`}>
    {Icon ? <Icon aria-hidden fontSize="inherit" /> : null}
    {children}
  </span>
);
