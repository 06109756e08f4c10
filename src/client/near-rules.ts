/**
 * Browsers draw the page that `.b-near` leads to before it is asked for.
 * @see https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export const nearRules = '{"prerender":[{"where":{"selector_matches":".b-near"},"eagerness":"immediate"}]}';
