import type { Page } from 'playwright-core';

/** Sizes of paper in millimetres. */
export const paper = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const;

export type Paper = keyof typeof paper;

/** Pixels of a sheet inside of its margins: those at both sides together, those above and below together. */
export function areaOf(format: Paper, [across, down]: readonly [number, number]) {
  const pixels = (millimetres: number) => Math.floor((millimetres / 25.4) * 96);
  const { width, height } = paper[format];
  return { width: pixels(width - across), height: pixels(height - down) };
}

/** Width and height of every page of a PDF, in points. */
export function sizesOf(pdf: Buffer): [width: number, height: number][] {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type \/Page\b[\s\S]*?\/MediaBox \[0 0 [\d.]+ [\d.]+\]/g) ?? [];
  return pages.map((page) => {
    const [, width, height] = /\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return [Number(width), Number(height)];
  });
}

/** What would be cut off: wider than the sheet, hidden by its frame, or a drawing higher than a sheet. */
export function findClipped(page: Page, height: number): Promise<string[]> {
  return page.evaluate((sheetHeight) => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 40)}`;
    const clipped: string[] = [];
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || style.display === 'none') continue;
      const isDrawing = element.tagName.toLowerCase() === 'svg';
      if (element.closest('svg') !== null && !isDrawing) continue;
      if (box.right > innerWidth + 1 || box.left < -1) clipped.push(`wide: ${name(element)}`);
      if (isDrawing && box.height > sheetHeight) clipped.push(`high: ${name(element)}`);
      const isFrame = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const isShort =
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1;
      if (isFrame && isShort && !isDrawing) clipped.push(`framed: ${name(element)}`);
    }
    return clipped;
  }, height);
}
