/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** Whether a map only moves. */
export function isTranslation({ a, b, c, d }: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1;
}

/** Reads an SVG `transform` list; what it does not know counts as nothing. */
export function parseTransform(list: string | null): Matrix {
  let result = identity;
  for (const [, name, inside] of (list ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = (inside?.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number);
    result = multiply(result, primitive(name ?? '', values));
  }
  return result;
}

function primitive(name: string, values: number[]): Matrix {
  const [first = 0, second] = values;
  switch (name) {
    case 'translate':
      return { ...identity, e: first, f: second ?? 0 };
    case 'scale':
      return { ...identity, a: first, d: second ?? first };
    case 'rotate': {
      const angle = (first * Math.PI) / 180;
      const [, x = 0, y = 0] = values;
      const turn = {
        a: Math.cos(angle),
        b: Math.sin(angle),
        c: -Math.sin(angle),
        d: Math.cos(angle),
        e: 0,
        f: 0,
      };
      return multiply({ ...identity, e: x, f: y }, multiply(turn, { ...identity, e: -x, f: -y }));
    }
    case 'skewX':
      return { ...identity, c: Math.tan((first * Math.PI) / 180) };
    case 'skewY':
      return { ...identity, b: Math.tan((first * Math.PI) / 180) };
    case 'matrix': {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
      return { a, b, c, d, e, f };
    }
    default:
      return identity;
  }
}
