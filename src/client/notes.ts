import { findUnit, sideOf } from './blocks.ts';
import { element, text } from './page-data.ts';
import { openBeside } from './popover.ts';
import { adopt, loadPage } from './twin-page.ts';

export function startNotes(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-footnote-ref], a.b-stale');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = link.pathname === location.pathname;
    const leave = () => location.assign(link.href);
    const open = (page: Document) => {
      const id = decodeURIComponent(link.hash.slice(1));
      // Where both columns have the note, the one beside its call.
      const note = (here && findUnit(id, sideOf(link))[0]) || page.getElementById(id);
      if (!note) return leave();
      const { lang, dir } = note.closest<HTMLElement>('[lang][dir]')!;
      const copy = adopt(note, link.href);
      const box = element('div', { class: 'b-note', role: 'note', 'aria-label': text('note'), lang, dir });
      box.append(...copy.childNodes);
      openBeside(box, link);
    };
    event.preventDefault();
    if (here) open(document);
    else loadPage(link.href).then(open, leave);
  });
}
