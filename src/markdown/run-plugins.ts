import type { Element, ElementContent, Nodes, Parents, Properties, Root } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';

type Change = Nodes | Nodes[];
type Visit = (node: Nodes, ctx: HastVisitorContext) => Nodes | undefined;
interface Subscription {
  readonly filter?: readonly string[];
  readonly visit: Visit;
}

/** What a pass asked for, by node; done when the pass is over, so that every visitor reads the tree as it was. */
interface Changes {
  readonly replaced: Map<Nodes, readonly Nodes[]>;
  readonly wrapped: Map<Nodes, Parents>;
  readonly before: Map<Nodes, Nodes[]>;
  readonly appended: Map<Nodes, Nodes[]>;
  readonly properties: Map<Nodes, Record<string, unknown>>;
}

const list = (change: Change): Nodes[] => (Array.isArray(change) ? change : [change]);

function push(map: Map<Nodes, Nodes[]>, node: Nodes, change: Change): void {
  const known = map.get(node);
  if (known) known.push(...list(change));
  else map.set(node, list(change));
}

function listSubscriptions(plugin: HastPluginDefinition): Map<string, Subscription[]> {
  const found = new Map<string, Subscription[]>();
  for (const [type, value] of Object.entries(plugin)) {
    if (type === 'name' || type === 'options' || type === 'before' || type === 'after') continue;
    const subscriptions = (Array.isArray(value) ? value : [value]).map((v) =>
      typeof v === 'function' ? { visit: v } : (v as Subscription),
    );
    found.set(type, subscriptions as Subscription[]);
  }
  return found;
}

function readTextContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(readTextContent).join('') : '';
}

function createContext(parents: ReadonlyMap<Nodes, Parents>, changes: Changes): HastVisitorContext {
  const context = {
    parent: (node: Nodes) => parents.get(node),
    textContent: readTextContent,
    setProperty(node: Nodes, key: string, value: unknown) {
      changes.properties.set(node, { ...changes.properties.get(node), [key]: value });
    },
    replaceNode: (node: Nodes, change: Change) => void changes.replaced.set(node, list(change)),
    removeNode: (node: Nodes) => void changes.replaced.set(node, []),
    insertBefore: (node: Nodes, change: Change) => push(changes.before, node, change),
    appendChild: (node: Nodes, change: Change) => push(changes.appended, node, change),
    wrapNode: (node: Nodes, wrapper: Parents) => void changes.wrapped.set(node, wrapper),
  };
  return context as unknown as HastVisitorContext;
}

function applyChanges(node: Nodes, changes: Changes): Nodes[] {
  const before = changes.before.get(node) ?? [];
  const properties = changes.properties.get(node);
  if (properties) (node as Element).properties = { ...(node as Element).properties, ...properties } as Properties;
  const own = changes.replaced.get(node) ?? [node];
  for (const one of own) {
    if (!('children' in one)) continue;
    const children: Nodes[] = [];
    for (const child of one.children as Nodes[]) children.push(...applyChanges(child, changes));
    one.children = children as ElementContent[];
  }
  const appended = changes.appended.get(node);
  if (appended) (node as Element).children.push(...(appended as ElementContent[]));
  const wrapper = changes.wrapped.get(node);
  if (!wrapper) return before.length ? [...before, ...own] : (own as Nodes[]);
  wrapper.children = [...own, ...wrapper.children] as ElementContent[];
  return [...before, wrapper];
}

function runPass(root: Root, visit: (nodes: Iterable<Nodes>, ctx: HastVisitorContext) => void): Root {
  const parents = new Map<Nodes, Parents>();
  const changes: Changes = {
    replaced: new Map(),
    wrapped: new Map(),
    before: new Map(),
    appended: new Map(),
    properties: new Map(),
  };
  const note = (node: Parents): void => {
    for (const child of node.children as Nodes[]) {
      parents.set(child, node);
      if ('children' in child) note(child);
    }
  };
  note(root);
  visit(parents.keys(), createContext(parents, changes));
  return applyChanges(root, changes)[0] as Root;
}

/**
 * Runs Sätteri's HAST plugins over a tree that has already come out of Sätteri. Its own engine asks JavaScript about
 * one node at a time across the border to Rust, at several times the cost; the plugins are the same, and so is what
 * they make (`compile.test.ts` compares the two). Knows what our plugins use of the visitors' context.
 * @returns the changed tree; `root` itself is used up
 */
export function runPlugins(root: Root, plugins: readonly HastPluginDefinition[]): Root {
  let tree = root;
  for (const plugin of plugins) {
    const { before } = plugin;
    if (before) tree = runPass(tree, (_nodes, ctx) => void before(tree, ctx));
    const subscriptions = listSubscriptions(plugin);
    tree = runPass(tree, (nodes, ctx) => {
      for (const node of nodes)
        for (const { filter, visit } of subscriptions.get(node.type) ?? []) {
          const name = node.type === 'element' ? node.tagName : undefined;
          if (name !== undefined && filter?.length && !filter.includes(name)) continue;
          const replacement = visit(node, ctx);
          if (replacement) ctx.replaceNode(node as never, replacement as never);
        }
    });
  }
  return tree;
}
