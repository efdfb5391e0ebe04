import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

type Vue = 'dessin' | 'tableau';

/** A drawing and the table that says the same: people choose how they read it. */
export const DessinOuTableau = ({
  nom,
  dessin,
  tableau,
}: {
  /** What both show. */
  nom: string;
  dessin: ReactNode;
  tableau: ReactNode;
}) => {
  const translate = useTranslate();
  const [vue, setVue] = useState<Vue>('dessin');
  return (
    <Box sx={{ minWidth: 0 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={vue}
        onChange={(_, wanted: Vue | null) => setVue(wanted ?? vue)}
        aria-label={translate('concordance.affichage.vue')}
        sx={{ mb: '12px' }}
      >
        <ToggleButton value="dessin">{translate('concordance.affichage.dessin')}</ToggleButton>
        <ToggleButton value="tableau">{translate('concordance.affichage.tableau')}</ToggleButton>
      </ToggleButtonGroup>
      {/* What is wider than the screen is scrolled by keyboard too. */}
      <Box role="group" aria-label={nom} tabIndex={0} sx={{ overflowX: 'auto' }}>
        {vue === 'dessin' ? dessin : tableau}
      </Box>
    </Box>
  );
};
