/** What a site's robots.txt asks of us. */
export interface Robots {
  /** Whether a path with its query may be asked for. */
  allows(path: string): boolean;
  /** Seconds that it wants between two requests; `null` where it says nothing. */
  readonly delay: number | null;
}

interface Group {
  readonly agents: string[];
  readonly rules: { readonly allow: boolean; readonly pattern: string }[];
  delay: number | null;
}

/** A site without robots.txt asks for nothing. */
export const ANYTHING: Robots = { allows: () => true, delay: null };
/** A site whose robots.txt cannot be had for the moment is left alone (RFC 9309, 2.3.1.4). */
export const NOTHING: Robots = { allows: () => false, delay: null };

/** More than this need not be read (RFC 9309, 2.5). */
const MOST = 512_000;

/**
 * Reads a robots.txt (RFC 9309): the groups that name the agent, else those for all; of the rules that match a path the
 * longest holds, and allow holds of equals.
 * @param agent our name in lower case
 */
export function robotsOf(words: string, agent: string): Robots {
  const groups = groupsIn(words.slice(0, MOST));
  const named = groups.filter(({ agents }) => agents.includes(agent));
  const own = named.length ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = own
    .flatMap((group) => group.rules)
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow));
  return {
    allows: (path) =>
      path === '/robots.txt' || (rules.find(({ pattern }) => matches(path, pattern))?.allow ?? true),
    delay: own.find(({ delay }) => delay !== null)?.delay ?? null,
  };
}

function groupsIn(words: string): Group[] {
  const groups: Group[] = [];
  let open = false;
  for (const line of words.split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const key = name.toLowerCase();
    const words = value.trim();
    if (key === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: null });
      groups.at(-1)!.agents.push(words.toLowerCase().split(/[/\s]/)[0]!);
      open = true;
      continue;
    }
    if (key) open = false;
    const group = groups.at(-1);
    if ((key === 'allow' || key === 'disallow') && words)
      group?.rules.push({ allow: key === 'allow', pattern: words });
    if (group && key === 'crawl-delay' && Number(words) >= 0) group.delay = Number(words);
  }
  return groups;
}

/** Whether a path begins as a pattern does; `*` stands for anything, `$` at the end for the path's end. */
function matches(path: string, pattern: string): boolean {
  const whole = pattern.endsWith('$');
  const parts = (whole ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts.shift()!;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of parts.entries()) {
    const last = whole && i === parts.length - 1;
    const found = last ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !whole || at === path.length;
}
