import { createHash } from 'node:crypto';
import { installBrowser } from './browser.ts';
import { type C4Model, flowchartOf } from './c4.ts';
import { mermaidConfig } from './config.ts';
import { faultOf } from './fault.ts';
import { isDrawnAtBuild } from './kinds.ts';
import type { Outcome, RenderedDiagram, Verdict } from './outcome.ts';
import { mend } from './mend.ts';
import { quickenConfig } from './quickConfig.ts';
import { readDrawing } from './read.ts';
import { wordsOf } from './words.ts';
import { writeDrawing } from './write.ts';
import { randomFrom } from '../../random.ts';

const window = installBrowser();
quickenConfig();
const { default: mermaid } = await import('mermaid');
mermaid.initialize(mermaidConfig);

/** Mermaid's own SVG, before anything is done to it; for tests that compare with a browser's. */
export async function renderRaw(source: string): Promise<{ svg: string; kind: string }> {
  seedRandom(source);
  const { kind, text } = await drawable(source);
  const { svg } = await mermaid.render('dg', text);
  return { svg, kind };
}

/** What mermaid is given to draw: the source itself, or a flowchart in the place of C4. */
export async function drawable(source: string): Promise<{ kind: string; text: string }> {
  const kind = mermaid.detectType(source);
  if (kind !== 'c4') return { kind, text: source };
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  return { kind, text: flowchartOf(db as unknown as C4Model) };
}

/** Draws a diagram. Rejects with mermaid's own error where the source has a fault. */
export async function renderMermaid(source: string): Promise<RenderedDiagram> {
  const { svg: raw, kind } = await renderRaw(source);
  const holder = window.document.createElement('div');
  holder.innerHTML = raw;
  const root = holder.querySelector('svg');
  if (!root) throw new Error('Mermaid drew nothing');
  mend(root, kind);
  const { title, description } = wordsOf(source);
  const prefix = `dg${createHash('sha256').update(source).digest('hex').slice(0, 8)}`;
  const written = writeDrawing(readDrawing(root), { prefix, title, description });
  return { ...written, prefix, title, description, kind };
}

/** Draws a diagram, or says why not; never rejects for what the author wrote. */
export async function outcomeOf(source: string): Promise<Outcome> {
  try {
    const kind = mermaid.detectType(source);
    if (!isDrawnAtBuild(kind)) return { status: 'unknown', kind };
    return { status: 'drawn', diagram: await renderMermaid(source) };
  } catch (error) {
    return { status: 'faulty', fault: faultOf(error, source) };
  }
}

/** Checks a source's syntax and takes its title and description out, without drawing. */
export async function verdictOn(source: string): Promise<Verdict> {
  try {
    const { diagramType: kind } = await mermaid.parse(source);
    return { status: 'sound', kind, ...wordsOf(source) };
  } catch (error) {
    return { status: 'faulty', fault: faultOf(error, source) };
  }
}

/** Some layouts roll dice: the same source has to roll the same. */
function seedRandom(source: string): void {
  Math.random = randomFrom(createHash('sha256').update(source).digest().readUInt32LE(0));
}
