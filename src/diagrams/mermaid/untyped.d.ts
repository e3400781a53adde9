/** The parts used of two packages that ship no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { pretendToBeVisual?: boolean });
    readonly window: Window & typeof globalThis;
  }
}

declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    /** In font units, kerning included. */
    readonly advanceWidth: number;
  }
  export interface VariationProcessor {
    getAdvanceAdjustment(glyph: number, table: unknown): number;
  }
  export interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    /** Negative. */
    readonly descent: number;
    readonly HVAR: unknown;
    /** Coordinates on the variation axes; null is the default instance. */
    variationCoords: number[] | null;
    readonly _variationProcessor: VariationProcessor | null;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): GlyphRun;
  }
  export function create(buffer: Uint8Array): Font;
}
