import { element, text } from './page-data.ts';

function zoom(image: HTMLImageElement): void {
  const large = element('img', { src: image.currentSrc || image.src, alt: image.alt });
  const dialog = element('dialog', { class: 'b-zoom', 'aria-label': image.alt }, large);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function startZoom(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('.b-text img')) {
    if (image.closest('a')) continue;
    image.dataset.zoom = '';
    image.tabIndex = 0;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-label', `${image.alt} – ${text('zoom')}`);
    image.addEventListener('click', () => zoom(image));
    image.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      zoom(image);
    });
  }
}
