import AttachFile from '@mui/icons-material/AttachFile';
import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Alert, Box, Button, LinearProgress, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { Title, useCanAccess, useRedirect, useTranslate } from 'react-admin';
import { formatBytes } from '../affichage/formats.ts';
import { visuallyHiddenStyle } from '../affichage/visually-hidden.ts';
import { AccesReserve } from '../layout/page-erreur.tsx';
import { commands } from '../providers/commands.ts';

/** The encodings the sources come in; the server names them the same way. */
const ENCODAGES = ['utf-8', 'windows-1252', 'iso-8859-1', 'macintosh'];

/** Sends a reference file or a catalogue; what becomes of it is followed on the import's own page. */
export const ImportCreate = () => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const helpId = useId();
  const choisiId = useId();
  const champ = useRef<HTMLInputElement>(null);
  const { canAccess, isPending: checking } = useCanAccess({ resource: 'imports', action: 'create' });
  const [fichier, setFichier] = useState<File | null>(null);
  const [encodage, setEncodage] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const [pending, setPending] = useState(false);
  const [refus, setRefus] = useState<string | null>(null);
  const t = (key: string) => translate(`concordance.imports.${key}`);

  if (checking) return null;
  if (!canAccess) return <AccesReserve />;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSubmitted(true);
    setRefus(null);
    if (!fichier) return;
    setPending(true);
    try {
      const { importId } = await commands.importer(fichier, encodage === '' ? null : encodage);
      redirect('show', 'imports', importId);
    } catch (error) {
      setRefus(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  };

  return (
    <Paper variant="outlined" sx={{ p: { xs: '16px', md: '24px' }, maxWidth: 640 }}>
      <Title title={t('titreDepot')} preferenceKey={false} />
      <Box
        component="form"
        noValidate
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'grid', gap: '16px' }}
      >
        <div>
          <Typography
            component="label"
            htmlFor="import-fichier"
            sx={{ display: 'block', fontWeight: 500, mb: '4px' }}
          >
            {t('fichier')}
          </Typography>
          <Typography id={helpId} color="text.secondary" sx={{ fontSize: '0.875rem', mb: '8px' }}>
            {t('aide')}
          </Typography>
          <input
            ref={champ}
            type="file"
            accept=".csv,.gz,.zip,.txt"
            tabIndex={-1}
            aria-hidden
            style={visuallyHiddenStyle}
            onChange={(event) => setFichier(event.target.files?.[0] ?? null)}
          />
          <Button
            id="import-fichier"
            variant="outlined"
            startIcon={<AttachFile />}
            aria-describedby={`${helpId} ${choisiId}`}
            onClick={() => champ.current?.click()}
          >
            {t('parcourir')}
          </Button>
          <Typography id={choisiId} role="status" sx={{ mt: '4px', overflowWrap: 'anywhere' }}>
            {fichier ? `${fichier.name} (${formatBytes(fichier.size)})` : t('aucunFichier')}
          </Typography>
        </div>
        <TextField
          select
          label={t('encodage')}
          value={encodage}
          onChange={(event) => setEncodage(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('encodageAuto')}</MenuItem>
          {ENCODAGES.map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        {submitted && !fichier ? <Alert severity="error">{t('choisir')}</Alert> : null}
        {refus ? <Alert severity="error">{refus}</Alert> : null}
        {pending && fichier ? (
          <LinearProgress aria-label={translate('concordance.imports.enCours', { nom: fichier.name })} />
        ) : null}
        <div>
          <Button type="submit" variant="contained" startIcon={<FileUploadOutlined />} disabled={pending}>
            {t('envoyer')}
          </Button>
        </div>
      </Box>
    </Paper>
  );
};
