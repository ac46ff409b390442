import type { Command } from './command.ts';

/** What `hearsay --help` prints. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const,
  );
  return `Hearsay reads many reports of one story and keeps a ledger of every figure in
them: whose word it is, when they said it, how it is hedged, who repeats it, who
revises it and who contradicts it.

Usage: hearsay COMMAND …

Commands:
${columns(rows)}

  --help       this text; with a command, its options and examples
  --version    the version

Start with: hearsay read examples/ferry
`;
}

/** What `hearsay COMMAND --help` prints. */
export function helpOf({ name, operands, summary, options, examples }: Command): string {
  const rows = options.map(
    ({ name: option, value, help }) => [`--${option}${value ? ` ${value}` : ''}`, help] as const,
  );
  const parts = [
    wrap(summary, 78).join('\n'),
    `Usage: hearsay ${name}${options.length ? ' [OPTIONS]' : ''} ${operands}`.trim(),
    ...(rows.length ? [`Options:\n${columns(rows)}`] : []),
    `Examples:\n${examples.map((example) => `  ${example}`).join('\n')}`,
    'Exit status: 0 all read, 1 some input could not be read, 2 wrong usage.',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Two columns within 80, the second wrapped. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(26, Math.max(...rows.map(([left]) => left.length)) + 2);
  return rows
    .map(([left, right]) => {
      const lines = wrap(right, 78 - width - 2);
      const first = left.length < width ? [`  ${left.padEnd(width)}${lines.shift() ?? ''}`] : [`  ${left}`];
      return [...first, ...lines.map((line) => `  ${' '.repeat(width)}${line}`)].join('\n');
    })
    .join('\n');
}

/** Lines of at most `width` characters, broken at blanks; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
