import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';

/** Runs a command once at a time, says what came of it, and reads the page again. */
export const useCommande = () => {
  const notify = useNotify();
  const refresh = useRefresh();
  const [pending, setPending] = useState(false);
  const run = async (command: () => Promise<unknown>, done: string) => {
    setPending(true);
    try {
      await command();
      notify(done, { type: 'success' });
      refresh();
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    } finally {
      setPending(false);
    }
  };
  return { run, pending };
};
