/** Pages behind `.b-near` are drawn beforehand. @see https://wicg.github.io/nav-speculation/speculation-rules.html */
export const nearRules = '{"prerender":[{"where":{"selector_matches":".b-near"},"eagerness":"immediate"}]}';
