import { enableCompileCache } from 'node:module';

// Preloaded: Node keeps what it compiled. Not in TypeScript: what strips types would be loaded in each thread before
// the cache is there.
enableCompileCache('.cache/node');
