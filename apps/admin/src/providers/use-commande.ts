import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';

/** Runs a command once at a time, says what came of it, and reads the page again. */
export const useCommande = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [pending, setPending] = useState(false);
  /** @returns whether it was done. */
  const run = async (command: () => Promise<unknown>, done: string): Promise<boolean> => {
    setPending(true);
    try {
      await command();
      notify(done, { type: 'success' });
      refresh();
      return true;
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { run, pending };
};
