/** Names that each name uses; names that are not keys themselves are leaves. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/**
 * The keys such that each comes after the keys that it uses, otherwise in their given order.
 * Members of a cycle come in some fixed order.
 */
export function inDependencyOrder(uses: Uses): string[] {
  const order: string[] = [];
  walk(uses, (id) => order.push(id));
  return order;
}

/** Every cycle that a walk in the given order meets, each as its keys from the first one met. */
export function cyclesAmong(uses: Uses): string[][] {
  const cycles: string[][] = [];
  walk(
    uses,
    () => {},
    (cycle) => cycles.push(cycle),
  );
  return cycles;
}

function walk(
  uses: Uses,
  onDone: (id: string) => void,
  onCycle: (cycle: string[]) => void = () => {},
): void {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const used = uses.get(id);
    if (used === undefined || done.has(id)) return;
    const at = path.indexOf(id);
    if (at >= 0) {
      onCycle(path.slice(at));
      return;
    }
    path.push(id);
    used.forEach(visit);
    path.pop();
    done.add(id);
    onDone(id);
  };
  for (const id of uses.keys()) visit(id);
}
