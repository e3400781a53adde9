import type { AnswerTemplate } from '../../contract/answerFormat.ts';
import { readBytes } from '../input.ts';
import { checkTexts } from '../report.ts';
import { warmUp } from '../warmUp.ts';
import type { Checked, CheckJob, Read, Reply, Warmed } from './messages.ts';

/** Whether a reader's text was given. */
let hasText = false;
let templates: Promise<AnswerTemplate[]> | undefined;

addEventListener('message', ({ data }: MessageEvent<CheckJob>) => {
  work(data)
    .then((result): Reply => ({ id: data.id, result }))
    .catch((error: Error): Reply => ({ id: data.id, fault: error.message }))
    .then((reply) => postMessage(reply));
});

async function work(job: CheckJob): Promise<Checked | Read | Warmed> {
  if (job.task === 'read') {
    const read = job.given.map(({ name, bytes }) => readBytes(name, bytes));
    return {
      files: read.flatMap(({ files = [] }) => files),
      faults: read.flatMap(({ fault }) => fault ?? []),
    };
  }
  hasText ||= job.task === 'check';
  templates ??= fetchTemplates(job.contracts);
  // What failed once is asked for again the next time.
  const loaded = await templates.catch((error: Error) => {
    templates = undefined;
    throw error;
  });
  const start = performance.now();
  if (job.task === 'warm') {
    for (const _ of warmUp(loaded)) {
      // Lets a message in; a reader's text makes the rest needless.
      await new Promise((resolve) => setTimeout(resolve));
      if (hasText) break;
    }
    return { warmed: performance.now() - start };
  }
  const report = checkTexts(loaded, job.files, job.format);
  return { report, took: performance.now() - start };
}

async function fetchTemplates(address: string): Promise<AnswerTemplate[]> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok !== true) throw new Error('The contracts of the formats could not be loaded.');
  return (await response.json()) as AnswerTemplate[];
}
