import { preview } from 'astro';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** The second half of `npm start`: serves the built site at http://localhost:4321/, or at `PORT`. */
await preview({});
