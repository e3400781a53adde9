import { execFileSync } from 'node:child_process';

/** When each file below `content/` was last committed, from one run of git for the whole site. */
let dates: Map<string, Date> | undefined;

/** Date of the last commit that touched a file; `undefined` outside a checkout or before its first commit. */
export function lastChanged(path: string): Date | undefined {
  dates ??= readHistory();
  return dates.get(path);
}

function readHistory(): Map<string, Date> {
  const found = new Map<string, Date>();
  let log: string;
  try {
    log = execFileSync('git', ['log', '--format=@%ct', '--name-only', '--', 'content'], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // No git, or no checkout (an unpacked archive): pages then show no date.
    return found;
  }
  let date = new Date(0);
  for (const line of log.split('\n')) {
    if (line.startsWith('@')) date = new Date(Number(line.slice(1)) * 1000);
    else if (line !== '' && !found.has(line)) found.set(line, date);
  }
  return found;
}
