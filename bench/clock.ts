/** The time that a run may take. */
export interface Clock {
  /** Seconds until it is up; negative afterwards. */
  left: () => number;
}

export function startClock(minutes: number, now = () => performance.now()): Clock {
  const end = now() + minutes * 60_000;
  return { left: () => (end - now()) / 1000 };
}

/** Says what is going on, with the time of day. */
export function say(text: string): void {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)}  ${text}\n`);
}
