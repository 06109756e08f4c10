import { findUnit, onFacingPage, sideOf, twinLink } from './blocks.ts';
import { citeBibtex, citeCsl, citeText, formatText, isolate, type UnitText } from './cite.ts';
import { button, element, pageData, text } from './page-data.ts';
import { openBeside } from './popover.ts';
import { loadPage, unitBlocks } from './twin-page.ts';

/** Without marks, tools and peeks. */
function readText(blocks: readonly HTMLElement[]): string[] {
  return blocks.map((block) => {
    const copy = block.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('.twin, .b-tools, .b-peek, [data-footnote-ref], [data-unit]'))
      part.remove();
    if (copy.matches('pre')) return copy.textContent!.trimEnd();
    // What keeps an order of its own on the page keeps it where it is pasted.
    for (const run of copy.querySelectorAll<HTMLElement>('[dir]'))
      run.textContent = isolate(run.dir === 'rtl' ? 'fa' : 'en', run.textContent!);
    for (const end of copy.querySelectorAll('br, .b-misra + .b-misra')) end.before('\0');
    return copy
      .textContent!.replace(/[ \t\r\n]+/g, ' ')
      .replace(/ ?\0 ?/g, '\n')
      .trim();
  });
}

async function readUnit(block: HTMLElement): Promise<UnitText> {
  const unit = block.dataset.unit!;
  const side = sideOf(block);
  const other = side === 'en' ? 'fa' : 'en';
  const facing = onFacingPage();
  const texts = { [side]: readText(findUnit(unit, facing ? side : '')) };
  const link = twinLink(block);
  if (facing) texts[other] = readText(findUnit(unit, other));
  else if (link) texts[other] = readText(unitBlocks(await loadPage(link.href), unit));
  return texts;
}

function pageAddress(): string {
  return (document.querySelector<HTMLLinkElement>('link[rel=canonical]') ?? location).href.replace(/[?#].*/, '');
}

function addressOf(unit: string, facing = false): string {
  const link = document.querySelector<HTMLAnchorElement>('a[data-carry][href*="/both/"]');
  const address = new URL(pageAddress());
  const url = facing && link ? new URL(link.getAttribute('href')!, address) : address;
  url.hash = unit;
  return url.href;
}

/** A promise keeps the gesture alive in browsers that are strict about it. */
function copy(value: string | Promise<string>, asHtml?: boolean): Promise<void> {
  if (typeof value === 'string') return navigator.clipboard.writeText(value);
  if (!('ClipboardItem' in window)) return value.then((content) => navigator.clipboard.writeText(content));
  const types = ['text/plain', ...(asHtml ? ['text/html'] : [])];
  const blobs = types.map((type) => [type, value.then((content) => new Blob([content], { type }))] as const);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

const status = element('p', { role: 'status' });

function act(key: string, run: () => Promise<unknown>): HTMLElement {
  return button(text(key), ({ target }) => {
    // Emptied first, so that a second copy is told to screen readers too.
    status.textContent = '';
    (target as Element).parentElement!.append(status);
    return run().then(
      () => (status.textContent = text('copied')),
      () => (status.textContent = text('copyFailed')),
    );
  });
}

function shareButtons(url: string): HTMLElement[] {
  return navigator.share ? [button(text('share'), () => navigator.share({ title: document.title, url }))] : [];
}

export function startShare(): void {
  const url = pageAddress();
  document.querySelector('.b-share')?.append(
    act('link', () => copy(url)),
    ...shareButtons(url),
    status,
  );
}

export function openUnitMenu(block: HTMLElement, anchor: HTMLElement): void {
  const unit = block.dataset.unit!;
  const side = sideOf(block);
  const { work } = pageData();
  const format = element('select', { 'aria-label': text('format') });
  for (const value of ['plain', 'markdown', 'html']) format.append(element('option', { value }, text(value)));
  const copyText = (sides: readonly ('en' | 'fa')[]) => () => {
    const wanted = format.value as 'plain' | 'markdown' | 'html';
    const made = readUnit(block).then((texts) => formatText(texts, sides, wanted));
    return copy(made, wanted === 'html');
  };
  const group = (key: string, ...items: Node[]) => [element('h2', {}, text(key)), element('div', {}, ...items)];
  const url = addressOf(unit);
  const sides = twinLink(block) ? (['en', 'fa'] as const) : [side];
  const texts = sides.map((one) => act(one === 'en' ? 'english' : 'persian', copyText([one])));
  if (sides[1]) texts.push(act('both', copyText(sides)));
  const menu = element(
    'div',
    { class: 'b-menu', role: 'dialog', 'aria-label': text('menu') },
    ...group(
      'link',
      act('thisPage', () => copy(url)),
      act('facing', () => copy(addressOf(unit, true))),
    ),
    ...group('text', ...texts, format),
  );
  if (work) {
    menu.append(
      ...group(
        'cite',
        act('citation', () => copy(citeText(work, side, url, text('translatedBy')))),
        act('bibtex', () => copy(citeBibtex(work, side, url))),
        act('csl', () => copy(citeCsl(work, side, url))),
      ),
    );
  }
  menu.append(element('div', {}, ...shareButtons(url)), status);
  openBeside(menu, anchor);
}
