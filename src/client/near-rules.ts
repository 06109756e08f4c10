/**
 * Speculation rules of the pages that show a text: the page that the link of class `near` leads to is drawn before it
 * is asked for, by browsers that know such rules. As it stands between the tags of its `<script>`.
 * @see https://wicg.github.io/nav-speculation/speculation-rules.html
 */
export const nearRules = '{"prerender":[{"where":{"selector_matches":".b-near"},"eagerness":"immediate"}]}';
