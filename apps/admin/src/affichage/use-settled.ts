import { useEffect, useState } from 'react';

/** A keystroke is not a question: one is asked when typing pauses. */
const PAUSE_MS = 400;

/** The value, once it has stopped changing for a moment. It must be plain data. */
export const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as Value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
};
