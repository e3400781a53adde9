import type { CDPSession } from 'playwright-core';

/** Slow 4G as Lighthouse has it: 150 ms a round trip, 1.6 Mbit/s down. */
export const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_638.4 * 1_024) / 8,
  uploadThroughput: (675 * 1_024) / 8,
};

/** What went over the wire; `type` is DevTools’ word for what was asked for, times are in seconds. */
export interface Traffic {
  requests: { url: string; type: string; start: number; end: number; bytes: number }[];
}

/** Records what goes over the wire from now on. */
export async function record(session: CDPSession): Promise<Traffic> {
  const traffic: Traffic = { requests: [] };
  const open = new Map<string, { url: string; type: string; start: number }>();
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type = 'Other' }) =>
    open.set(requestId, { url: request.url, type, start: timestamp }),
  );
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = open.get(requestId);
    if (request === undefined) return;
    traffic.requests.push({ ...request, end: timestamp, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return traffic;
}

/** The longest row of requests of which each began when the one before had ended. */
export function roundTrips({ requests }: Traffic): number {
  const rows: { end: number; length: number }[] = [];
  for (const { start, end } of [...requests].sort((a, b) => a.start - b.start)) {
    const before = rows.filter((row) => row.end <= start).map(({ length }) => length);
    rows.push({ end, length: Math.max(0, ...before) + 1 });
  }
  return Math.max(0, ...rows.map(({ length }) => length));
}
