/** Nothing is asked of another host before the reader says so. */

/** It plays and links elsewhere, and reaches nothing of this page. */
const sandbox =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation allow-forms';

function load(figure: HTMLElement, preview: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.title = figure.querySelector('figcaption')?.textContent ?? '';
  frame.setAttribute('sandbox', sandbox);
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture';
  // Players refuse pages that do not say where they are: the host learns the name of the site, and no address.
  frame.referrerPolicy = 'strict-origin';
  frame.src = figure.dataset.embed!;
  preview.replaceChildren(frame);
  frame.focus();
}

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-embed]')) {
  const preview = document.createElement('div');
  const button = document.createElement('button');
  const note = document.createElement('p');
  preview.className = 'b-embed-preview';
  button.type = 'button';
  button.textContent = figure.dataset.load!;
  note.textContent = figure.dataset.asks!;
  note.id = `asks-${Math.random().toString(36).slice(2)}`;
  button.setAttribute('aria-describedby', note.id);
  button.addEventListener('click', () => load(figure, preview));
  const picture = figure.querySelector('img');
  if (picture) preview.append(picture);
  preview.append(button, note);
  const poster = figure.querySelector(':scope > a');
  if (poster) poster.replaceWith(preview);
  else figure.prepend(preview);
}
