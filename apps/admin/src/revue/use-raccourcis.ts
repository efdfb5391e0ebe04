import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';
import { commandOf, type ReviewCommand } from './raccourcis.ts';

/** Whether this browser's user wants the shortcuts; kept in its local storage. */
export const useRaccourcisActifs = (): [boolean, (actifs: boolean) => void] => {
  const [actifs, setActifs] = useStore('revue.raccourcis', true);
  return [actifs, setActifs];
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
