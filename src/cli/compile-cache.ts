import { enableCompileCache } from 'node:module';

// Preloaded by scripts that start many modules: Node keeps what it compiled, TypeScript already stripped.
enableCompileCache('.cache/node');
