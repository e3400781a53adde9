import type { Box } from './box.ts';
import { standIn } from './colours.ts';
import type { Leaf, Look } from './drawing.ts';

const paper = standIn('paper');

/**
 * Sheets behind edge labels and halos around messages are of the paper's colour, wherever they lie.
 * Here those that lie on a group or a box get the colour of their ground.
 */
export function matchGrounds(leaves: readonly Leaf[]): Leaf[] {
  const grounds: { box: Box; fill: string }[] = [];
  return leaves.map((leaf) => {
    if (leaf.kind === 'link') return leaf;
    const ground = grounds.findLast(({ box }) => holdsMiddle(box, leaf.box));
    const { look } = leaf;
    if (leaf.kind === 'shape' && leaf.tag === 'rect' && look.fill !== 'none') {
      const isSheet = look.fill === paper && look.stroke === undefined;
      if (!isSheet) grounds.push({ box: leaf.box, fill: look.fill ?? paper });
      else if (ground) return { ...leaf, look: { ...look, fill: ground.fill } };
    }
    return leaf.kind === 'label' && ground ? { ...leaf, ...withHalo(leaf, ground.fill) } : leaf;
  });
}

function withHalo(label: Extract<Leaf, { kind: 'label' }>, fill: string): Partial<typeof label> {
  const tint = (look: Look): Look => (look.stroke === paper ? { ...look, stroke: fill } : look);
  return {
    look: tint(label.look),
    lines: label.lines.map((line) => ({
      ...line,
      spans: line.spans.map((span) => ({ ...span, look: tint(span.look) })),
    })),
  };
}

function holdsMiddle(outer: Box, inner: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return (
    x > outer.x &&
    x < outer.x + outer.width &&
    y > outer.y &&
    y < outer.y + outer.height &&
    outer.width * outer.height > inner.width * inner.height
  );
}
