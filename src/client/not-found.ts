import { listRoots } from './site-root.ts';

/** Inline at the head of `404.html`: before relative references are read. */
function setBase(): void {
  const [likely = '/', ...others] = listRoots(location.pathname);
  const root = isRoot(likely) ? likely : (others.find(isRoot) ?? likely);
  const base = document.createElement('base');
  // With the origin before it, because a path of two slashes would name another host.
  base.href = location.origin + root;
  document.head.prepend(base);
  addEventListener('DOMContentLoaded', () => {
    for (const link of document.querySelectorAll('a[href^="#"]'))
      link.setAttribute('href', location.pathname + location.search + link.getAttribute('href'));
  });
}

/** Synchronous: nothing of the page can be shown before. */
function isRoot(path: string): boolean {
  const request = new XMLHttpRequest();
  try {
    request.open('HEAD', `${location.origin}${path}manifest.json`, false);
    request.send();
  } catch {
    return false;
  }
  return request.status === 200 && /json/.test(request.getResponseHeader('content-type') ?? '');
}

setBase();
