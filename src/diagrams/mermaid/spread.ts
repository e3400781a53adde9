import { type Box, mapBox } from './box.ts';
import { parseTransform } from './matrix.ts';
import { boundingBox } from './shape.ts';

/** Room to leave between two labels, in px. */
const gap = 3;

/** Moves edge labels apart that the layout has put on each other, each by half of what is needed. */
export function spreadLabels(svg: Element): void {
  for (const group of svg.querySelectorAll('.edgeLabels')) {
    const labels = [...group.children].flatMap((element) => {
      const box = element.classList.contains('edgeLabel') ? boundingBox(element) : undefined;
      if (!box || box.width === 0) return [];
      const matrix = parseTransform(element.getAttribute('transform'));
      return [{ element, matrix, box: mapBox(matrix, box), x: 0, y: 0 }];
    });
    for (let round = 0; round < 4; round += 1) {
      for (const [at, a] of labels.entries()) {
        for (const b of labels.slice(at + 1)) push(a, b);
      }
    }
    for (const { element, matrix, x, y } of labels) {
      if (x === 0 && y === 0) continue;
      element.setAttribute('transform', `translate(${matrix.e + x}, ${matrix.f + y})`);
    }
  }
}

interface Movable {
  box: Box;
  /** How far it has been moved. */
  x: number;
  y: number;
}

function push(a: Movable, b: Movable): void {
  const across = Math.min(right(a), right(b)) - Math.max(left(a), left(b)) + gap;
  const down = Math.min(bottom(a), bottom(b)) - Math.max(top(a), top(b)) + gap;
  if (across <= gap || down <= gap) return;
  const axis = across < down ? 'x' : 'y';
  const first = axis === 'x' ? left(a) <= left(b) : top(a) <= top(b);
  const half = (Math.min(across, down) / 2) * (first ? 1 : -1);
  a[axis] -= half;
  b[axis] += half;
}

const left = ({ box, x }: Movable): number => box.x + x;
const top = ({ box, y }: Movable): number => box.y + y;
const right = (label: Movable): number => left(label) + label.box.width;
const bottom = (label: Movable): number => top(label) + label.box.height;
