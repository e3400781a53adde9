import { contrast } from '../theme.ts';
import type { Box } from './box.ts';
import { authorsHex, standIn } from './colours.ts';
import type { Label, Leaf, Look, Shape } from './drawing.ts';

const paper = standIn('paper');

interface Ground {
  box: Box;
  fill: string;
}

/**
 * Suits leaves to what they lie on. Sheets behind edge labels and halos around messages are of the
 * paper's colour: on a group they get the group's. Text on a colour that an author wrote, which is the
 * same in both themes, gets the one of black and white that can be read there.
 */
export function matchGrounds(leaves: readonly Leaf[]): Leaf[] {
  const grounds: Ground[] = [];
  return leaves.map((leaf) => {
    if (leaf.kind === 'link') return leaf;
    const ground = grounds.findLast(({ box }) => holdsMiddle(box, leaf.box));
    if (leaf.kind === 'label') return ground ? suitLabel(leaf, ground.fill) : leaf;
    if (isSheet(leaf))
      return ground ? { ...leaf, look: { ...leaf.look, fill: ground.fill } } : leaf;
    const { fill = 'none' } = leaf.look;
    if (fill !== 'none' && (leaf.tag === 'rect' || authorsHex(fill))) {
      grounds.push({ box: leaf.box, fill });
    }
    return leaf;
  });
}

function isSheet({ tag, look }: Shape): boolean {
  return tag === 'rect' && look.fill === paper && look.stroke === undefined;
}

function suitLabel(label: Label, ground: string): Label {
  const solid = authorsHex(ground);
  const suit = (look: Look): Look => ({
    ...look,
    ...(look.stroke === paper ? { stroke: ground } : {}),
    ...(solid && !authorsHex(look.fill ?? '') ? { fill: readableOn(solid) } : {}),
  });
  return {
    ...label,
    look: suit(label.look),
    lines: label.lines.map((line) => ({
      ...line,
      spans: line.spans.map((span) => ({ ...span, look: suit(span.look) })),
    })),
  };
}

function readableOn(fill: string): string {
  const [dark, light] = ['#161c23', '#fffffe'] as const;
  return contrast(dark, fill) >= contrast(light, fill) ? dark : light;
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
