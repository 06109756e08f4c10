import { defineBeyt } from '../../src/settings/define.ts';
import shared from './beyt.config.ts';

/** The content of these sites has an About page. */
export default defineBeyt({
  ...shared,
  navigation: [
    { to: 'works.html' },
    { to: 'topics.html' },
    { to: 'people.html' },
    { to: 'about.html', label: { en: 'About', fa: 'دربارهٔ ما' } },
  ],
});
