const pages = new Map<string, Promise<Document>>();

/** `XMLHttpRequest` parses without scripts and without a string that trusted types would object to. */
export function loadPage(address: string): Promise<Document> {
  const url = address.replace(/#.*/, '');
  // From a disk a page may read no other.
  if (location.protocol === 'file:') return Promise.reject(new Error(url));
  let page = pages.get(url);
  if (!page) {
    page = new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.responseType = 'document';
      request.onload = () => (request.response ? resolve(request.response as Document) : reject(new Error(url)));
      request.onerror = () => reject(new Error(url));
      request.send();
    });
    page.catch(() => pages.delete(url));
    pages.set(url, page);
  }
  return page;
}

/** @param unit leave out blocks of other units, such as the lists inside a list item */
export function adopt(node: Element, url: string, unit?: string): HTMLElement {
  const copy = document.importNode(node, true) as HTMLElement;
  for (const inner of copy.querySelectorAll<HTMLElement>('.twin, .b-alias, [data-footnote-backref], [data-unit]')) {
    if (!inner.dataset.unit || (unit && inner.dataset.unit !== unit)) inner.remove();
  }
  for (const list of copy.querySelectorAll(':is(ul, ol):empty')) list.remove();
  for (const part of [copy, ...copy.querySelectorAll<HTMLElement>('*')]) {
    part.removeAttribute('id');
    part.removeAttribute('data-unit');
    part.removeAttribute('aria-describedby');
    for (const name of ['href', 'src']) {
      const target = part.getAttribute(name);
      if (target) part.setAttribute(name, new URL(target, url).href);
    }
  }
  return copy;
}

export function unitBlocks(page: Document, unit: string): HTMLElement[] {
  const all = [...page.querySelectorAll<HTMLElement>('article[data-work] [data-unit]')];
  return all.filter((block) => block.dataset.unit === unit);
}
