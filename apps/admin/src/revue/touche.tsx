/** The key of an action, where there is a keyboard to press it on. The name of the button does not contain it. */
export const Touche = ({ children }: { children: string }) => (
  <kbd aria-hidden className="cc-touche">
    {children}
  </kbd>
);
