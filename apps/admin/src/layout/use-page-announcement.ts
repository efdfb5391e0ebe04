import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';

const TITLE_ID = 'react-admin-title';

/**
 * A page change in a single-page application is silent: this puts the page's title in the document's title,
 * and moves the focus to it after a navigation (not on the first page, where the browser's own start stands).
 */
export const usePageAnnouncement = (pathname: string): void => {
  const translate = useTranslate();
  const previous = useRef(pathname);

  useEffect(() => {
    const title = document.getElementById(TITLE_ID);
    if (!title) return undefined;
    const update = () => {
      const page = title.textContent;
      document.title = page
        ? translate('concordance.application.titreDocument', { page })
        : translate('concordance.application.nom');
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(title, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  });

  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    window.scrollTo(0, 0);
    // A dialog that the new page has opened keeps the focus that it has put on its first choice.
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    document.getElementById(TITLE_ID)?.focus({ preventScroll: true });
  }, [pathname]);
};
