import { useQuery } from '@tanstack/react-query';
import { AutocompleteArrayInput } from 'react-admin';
import { request } from '../providers/http-client.ts';

/** The académies of an account; none chosen means all of them, which the server writes null. */
export const AcademiesInput = () => {
  const { data } = useQuery({
    queryKey: ['academies'],
    queryFn: ({ signal }) => request<{ data: string[] }>('/academies', { signal }),
  });
  return (
    <AutocompleteArrayInput
      source="academies"
      choices={(data?.data ?? []).map((nom) => ({ id: nom, name: nom }))}
      helperText="concordance.comptes.academiesAide"
      parse={(value: string[] | undefined) => (value && value.length > 0 ? value : null)}
      format={(value: string[] | null | undefined) => value ?? []}
    />
  );
};
