import type { Element, ElementContent, Nodes, Parents, Properties, Root } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';

type Change = Nodes | Nodes[];
type Visit = (node: Nodes, ctx: HastVisitorContext) => Nodes | undefined;
interface Subscription {
  readonly filter?: readonly string[];
  readonly visit: Visit;
}

/** Made when the pass is over, so that every visitor reads the tree as it was. */
interface NodeChange {
  replaced?: readonly Nodes[];
  wrapper?: Parents;
  before?: Nodes[];
  appended?: Nodes[];
  properties?: Record<string, unknown>;
}

interface Walk {
  readonly nodes: readonly Nodes[];
  readonly parents: ReadonlyMap<Nodes, Parents>;
}

const list = (change: Change): Nodes[] => (Array.isArray(change) ? change : [change]);

function createDispatch(plugin: HastPluginDefinition): (node: Nodes) => readonly Visit[] {
  const byType = new Map<string, readonly Subscription[]>();
  for (const [type, value] of Object.entries(plugin)) {
    if (type === 'name' || type === 'options' || type === 'before' || type === 'after') continue;
    const subscriptions = (Array.isArray(value) ? value : [value]).map((v) =>
      typeof v === 'function' ? { visit: v } : (v as Subscription),
    );
    byType.set(type, subscriptions as Subscription[]);
  }
  const ofTag = new Map<string, readonly Visit[]>();
  const ofType = new Map([...byType].map(([type, all]) => [type, all.map(({ visit }) => visit)]));
  return (node) => {
    if (node.type !== 'element') return ofType.get(node.type) ?? [];
    const { tagName } = node;
    let visits = ofTag.get(tagName);
    if (!visits) {
      const asked = byType.get('element') ?? [];
      visits = asked.filter(({ filter }) => !filter?.length || filter.includes(tagName)).map(({ visit }) => visit);
      ofTag.set(tagName, visits);
    }
    return visits;
  };
}

function readTextContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(readTextContent).join('') : '';
}

function createContext({ parents }: Walk, changes: Map<Nodes, NodeChange>): HastVisitorContext {
  const at = (node: Nodes): NodeChange => {
    const known = changes.get(node);
    if (known) return known;
    const change: NodeChange = {};
    changes.set(node, change);
    return change;
  };
  const context = {
    parent: (node: Nodes) => parents.get(node),
    textContent: readTextContent,
    setProperty(node: Nodes, key: string, value: unknown) {
      const change = at(node);
      change.properties ??= {};
      change.properties[key] = value;
    },
    replaceNode(node: Nodes, change: Change) {
      at(node).replaced = list(change);
    },
    removeNode(node: Nodes) {
      at(node).replaced = [];
    },
    insertBefore(node: Nodes, change: Change) {
      const noted = at(node);
      noted.before = [...(noted.before ?? []), ...list(change)];
    },
    appendChild(node: Nodes, change: Change) {
      const noted = at(node);
      noted.appended = [...(noted.appended ?? []), ...list(change)];
    },
    wrapNode(node: Nodes, wrapper: Parents) {
      at(node).wrapper = wrapper;
    },
  };
  return context as unknown as HastVisitorContext;
}

function changeChildren(node: Nodes, changes: ReadonlyMap<Nodes, NodeChange>): void {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  let out: Nodes[] | undefined;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    const change = changes.get(child);
    if (change) {
      out ??= children.slice(0, i);
      out.push(...changeNode(child, change, changes));
    } else {
      changeChildren(child, changes);
      out?.push(child);
    }
  }
  if (out) node.children = out as ElementContent[];
}

function changeNode(node: Nodes, change: NodeChange, changes: ReadonlyMap<Nodes, NodeChange>): Nodes[] {
  const { replaced = [node], wrapper, before = [], appended, properties } = change;
  if (properties) (node as Element).properties = { ...(node as Element).properties, ...properties } as Properties;
  for (const one of replaced) changeChildren(one, changes);
  if (appended) (node as Element).children.push(...(appended as ElementContent[]));
  if (!wrapper) return before.length ? [...before, ...replaced] : [...replaced];
  wrapper.children = [...replaced, ...wrapper.children] as ElementContent[];
  return [...before, wrapper];
}

function walkTree(root: Root): Walk {
  const nodes: Nodes[] = [];
  const parents = new Map<Nodes, Parents>();
  const note = (node: Parents): void => {
    for (const child of node.children as Nodes[]) {
      nodes.push(child);
      parents.set(child, node);
      if ('children' in child) note(child);
    }
  };
  note(root);
  return { nodes, parents };
}

/**
 * Runs HAST plugins without asking JavaScript about one node at a time across the border to Rust, at several times the
 * cost. A node that one visitor copied or moved is still visited. Knows only what our plugins use of the context.
 * @returns the changed tree; `root` itself is used up
 */
export function runPlugins(root: Root, plugins: readonly HastPluginDefinition[]): Root {
  let tree = root;
  let walk: Walk | undefined;
  const runPass = (visit: (walk: Walk, ctx: HastVisitorContext) => void): void => {
    walk ??= walkTree(tree);
    const changes = new Map<Nodes, NodeChange>();
    visit(walk, createContext(walk, changes));
    if (!changes.size) return;
    walk = undefined;
    const change = changes.get(tree);
    if (change) tree = changeNode(tree, change, changes)[0] as Root;
    else changeChildren(tree, changes);
  };
  for (const plugin of plugins) {
    const { before } = plugin;
    if (before) runPass((_walk, ctx) => void before(tree, ctx));
    const dispatch = createDispatch(plugin);
    runPass(({ nodes }, ctx) => {
      for (const node of nodes)
        for (const visit of dispatch(node)) {
          const replacement = visit(node, ctx);
          if (replacement) ctx.replaceNode(node as never, replacement as never);
        }
    });
  }
  return tree;
}

/** Sätteri's own nodes cannot be changed. */
function copyNode(node: Readonly<Nodes>): Nodes {
  const { type, position } = node;
  const own: Record<string, unknown> = { type };
  for (const key of ['tagName', 'name', 'value'] as const) if (key in node) own[key] = (node as never)[key];
  if ('properties' in node) own.properties = { ...node.properties };
  if ('attributes' in node) own.attributes = structuredClone(node.attributes);
  if ('children' in node) own.children = node.children.map(copyNode);
  return { ...own, ...(position && { position }) } as unknown as Nodes;
}

/** The plugins as one for Sätteri, which would leave out what they do to copies of nodes and to what they moved. */
export function joinPlugins(plugins: readonly HastPluginDefinition[]): HastPluginDefinition {
  return {
    name: 'beyt',
    options: { position: true },
    before: (root, ctx) => ctx.replaceNode(root, runPlugins(copyNode(root) as Root, plugins)),
  };
}
