import { Box } from '@mui/material';

/** The two labels of a formation as one text: the general one, then what tells it from the others. */
export const Libelles = ({ libelle, specialite }: { libelle: string; specialite: string | null }) =>
  specialite ? (
    <>
      <Box component="span" sx={{ fontWeight: 400 }}>
        {libelle}
      </Box>
      <br />
      {specialite}
    </>
  ) : (
    <>{libelle}</>
  );
