import { registerHooks } from 'node:module';

/** Where Mermaid, as its file has it, gives out its configuration: a copy of a thousand entries. */
const slow = 'return assignWithDepth_default({}, currentConfig);';

const quick = `return (${copyConfig.toString()})(currentConfig, 3);`;

/**
 * Lets Mermaid copy its configuration in a fifth of the time. It does so for every label that it
 * measures, entry by entry through `defineProperty`: a third of the time that a drawing takes. To be
 * called before Mermaid is imported. In a version that has other words there, nothing is changed.
 */
export function quickenConfig(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.includes('/mermaid.core/') || loaded.source === undefined) return loaded;
      const source = String(loaded.source);
      return source.includes(slow) ? { ...loaded, source: source.replace(slow, quick) } : loaded;
    },
  });
}

/** A copy of plain objects and lists, to a depth; below it, what is there is shared. */
export function copyConfig(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return [...value];
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) {
    const inner = copy[key];
    if (typeof inner === 'object' && inner !== null) copy[key] = copyConfig(inner, depth - 1);
  }
  return copy;
}
