export function startContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.b-contents a')];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length) return;
  let due = false;
  const mark = () => {
    due = false;
    const line = innerHeight * 0.4;
    const current = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
    for (const [index, link] of links.entries()) link.setAttribute('aria-current', String(index === current));
  };
  const ask = () => {
    if (!due) requestAnimationFrame(mark);
    due = true;
  };
  addEventListener('scroll', ask, { passive: true });
  // On a wide window the list is beside the text and is open from the start.
  const details = document.querySelector<HTMLDetailsElement>('.b-contents details');
  if (details && matchMedia('(min-width: 64rem)').matches) details.open = true;
  ask();
}
