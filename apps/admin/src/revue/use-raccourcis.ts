import { useEffect, useRef, useState } from 'react';
import { commandOf, type ReviewCommand } from './raccourcis.ts';

/** Apart from react-admin's store, which signing out empties: the preference belongs to the person's browser. */
const PREFERENCE = 'concordance:raccourcis';

/** Whether this browser's user wants the shortcuts; they do until they say otherwise. */
export const useRaccourcisActifs = (): [boolean, (actifs: boolean) => void] => {
  const [actifs, setActifs] = useState(() => localStorage.getItem(PREFERENCE) !== 'non');
  return [
    actifs,
    (wanted) => {
      localStorage.setItem(PREFERENCE, wanted ? 'oui' : 'non');
      setActifs(wanted);
    },
  ];
};

/** Listens to the page's key presses while `enabled`. */
export const useRaccourcis = (enabled: boolean, onCommand: (command: ReviewCommand) => void): void => {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
};
