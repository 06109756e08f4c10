import { dev } from 'astro';

// Drafts, and what waits for its time, are shown here; nothing is told to anyone.
process.env.PREVIEW = '1';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** `npm run dev`: live editing. A saved edition, of either language, shows on both pages. */
await dev({});
