import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds: an editor saves one file in several steps. */
const SETTLE = 20;

export interface FolderWatch {
  readonly close: () => void;
}

/** One watch per folder, because archives have thousands of works. @param onChange gets a path as `folder` begins it */
export function watchFolder(folder: string, onChange: (path: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const reportSettled = (path: string) => {
    clearTimeout(waiting.get(path));
    const timer = setTimeout(() => {
      waiting.delete(path);
      onChange(path);
    }, SETTLE);
    waiting.set(path, timer);
  };
  const leave = (dir: string) => {
    watchers.get(dir)?.close();
    watchers.delete(dir);
  };
  /** @param news whether the folder came only now */
  const enter = (dir: string, news: boolean) => {
    if (watchers.has(dir)) return;
    try {
      const watcher = watch(dir, (_event, name) => {
        if (name === null) return;
        const path = join(dir, name);
        const stat = statSync(path, { throwIfNoEntry: false });
        if (stat?.isDirectory()) enter(path, true);
        else if (watchers.has(path)) leave(path);
        else reportSettled(path);
      });
      watcher.on('error', () => leave(dir));
      watchers.set(dir, watcher);
      for (const entry of readdirSync(dir, { withFileTypes: true })) {
        const path = join(dir, entry.name);
        if (entry.isDirectory()) enter(path, news);
        else if (news) reportSettled(path);
      }
    } catch (error) {
      // It has gone again already.
      if (existsSync(dir)) throw error;
      leave(dir);
    }
  };
  if (existsSync(folder)) enter(folder, false);
  return {
    close() {
      for (const dir of [...watchers.keys()]) leave(dir);
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
