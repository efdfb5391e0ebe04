import ContentCopy from '@mui/icons-material/ContentCopy';
import { Box, IconButton } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** A SHA-256 shown in full, breakable, with a button that copies it where the browser allows it. */
export const Sha256 = ({ value }: { value: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => notify('concordance.application.copie'));
  };
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
      <Box component="code" sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        {value}
      </Box>
      {typeof navigator !== 'undefined' && 'clipboard' in navigator && navigator.clipboard ? (
        <IconButton size="small" onClick={copy} aria-label={translate('concordance.application.copier')}>
          <ContentCopy fontSize="inherit" />
        </IconButton>
      ) : null}
    </Box>
  );
};
