import type { APIRoute } from 'astro';
import { renderModule } from '../../components/import-edition.ts';
import type { Work } from '../../content/work.ts';
import { keyBook, listBooks } from '../../view/book/list-books.ts';
import { openPublication } from '../../works/current.ts';

export async function getStaticPaths() {
  const publication = await openPublication();
  return listBooks(publication.content.works).map((work) => ({
    params: { work: work.name },
    props: { work },
    cacheKey: keyBook(publication, work),
  }));
}

export const GET: APIRoute = async ({ props }) => {
  const { work } = props as { work: Work };
  // What packs books is loaded by those who do.
  const { makeBook } = await import('../../view/book/site-book.ts');
  const bytes = await makeBook(await openPublication(), work, renderModule);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/epub+zip' } });
};
