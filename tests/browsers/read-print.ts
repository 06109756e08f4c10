import { getDocumentProxy } from 'unpdf';

export interface PrintedPage {
  readonly text: string;
  /** Texts that reach over the paper’s left or right edge. */
  readonly cut: readonly string[];
}

/** Reads the pages of a PDF: their text without spaces and ligatures, and what of it is not on the paper. */
export async function readPrint(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, , right = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    pages.push({
      text: texts.map(({ str }) => str.normalize('NFKC').replace(/\s/g, '')).join(''),
      cut: texts
        .filter(({ transform, width }) => transform[4] < left - 1 || transform[4] + width > right + 1)
        .map(({ str }) => str),
    });
  }
  return pages;
}
