import { enableCompileCache } from 'node:module';

// Preloaded by scripts that start many modules: Node keeps what it compiled, TypeScript already stripped. Not
// TypeScript itself: what strips it would have to be loaded in each thread, before the cache is there.
enableCompileCache('.cache/node');
