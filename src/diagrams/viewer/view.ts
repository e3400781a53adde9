/** Where a drawing lies on its stage: its top left corner in px, and its magnification. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The whole drawing in the middle of the stage, at most at twice its size. */
export function fitted(drawing: Size, stage: Size): View {
  const scale = Math.min(2, stage.width / drawing.width, stage.height / drawing.height);
  return {
    x: (stage.width - drawing.width * scale) / 2,
    y: (stage.height - drawing.height * scale) / 2,
    scale,
  };
}

/** Nearer or farther by a factor, with one point of the stage staying where it is. */
export function zoom({ x, y, scale }: View, factor: number, at: { x: number; y: number }): View {
  const next = Math.min(8, Math.max(0.1, scale * factor));
  const change = next / scale;
  return { x: at.x - (at.x - x) * change, y: at.y - (at.y - y) * change, scale: next };
}

/** Moved by so many px. */
export function pan({ x, y, scale }: View, right: number, down: number): View {
  return { x: x + right, y: y + down, scale };
}
