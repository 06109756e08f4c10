import { dev } from 'astro';

// Drafts show here and nowhere else; nothing is told to anyone.
process.env.BEYT_DRAFTS = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** `npm run dev`: live editing. A saved edition, of either language, shows on both pages. */
await dev({});
