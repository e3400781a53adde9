import { takeOverMessage } from './names.ts';

/** Asks a waiting worker to take over; returns whether it does, which is when no other tab is open. */
export function takeOver(waiting: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  waiting.postMessage(takeOverMessage, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
}
