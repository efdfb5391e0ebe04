import { QueryClient } from '@tanstack/react-query';

const RETRY_DELAY_MS = 500;

/** Whether asking again may help: not where the server understood and refused. */
const mayRecover = (error: unknown): boolean => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  return typeof status !== 'number' || status < 400 || status >= 500;
};

/** What reads are cached in; a read that fails is tried again `retries` times before its error shows. */
export const createQueryClient = ({ retries }: { retries: number }): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < retries && mayRecover(error),
        retryDelay: RETRY_DELAY_MS,
      },
    },
  });
