/** `search-page.ts` answers it. */
export const OPEN = 'beyt:search';

/** Loads the script that searches only once a reader turns to the link. */
export function startSearchBox(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-search-link]');
  if (!link || location.protocol === 'file:') return;
  let loading: Promise<unknown> | undefined;
  const load = () => {
    // Imported rather than put into a `<script>`: under Trusted Types no string may become a script's address.
    loading ??= import(new URL(link.dataset.script ?? '', document.baseURI).href);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  for (const intent of ['focus', 'pointerenter']) link.addEventListener(intent, () => void load());
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const open = () => link.dispatchEvent(new CustomEvent(OPEN));
    if (document.querySelector('form[data-search-page]')) open();
    else load().then(open, () => location.assign(link.href));
  });
}
