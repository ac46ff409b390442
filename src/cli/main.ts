import { callOf, type Status, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { fail, say, version } from './output.ts';

/**
 * Runs one command line and gives its exit status. Never throws: what goes wrong is said on standard error.
 * @param words the words after the program's name
 */
export async function main(words: readonly string[]): Promise<Status> {
  const [name = '--help', ...rest] = words;
  try {
    if (name === '--version') return say(`${version()}\n`);
    if (name === '--help' || name === '-h') return say(overview(COMMANDS));
    if (name === 'help') return say(rest[0] ? helpOf(commandNamed(rest[0])) : overview(COMMANDS));
    const command = commandNamed(name);
    if (rest.includes('--help') || rest.includes('-h')) return say(helpOf(command));
    return await command.run(callOf(command, rest));
  } catch (error) {
    if (error instanceof UsageError) {
      return fail(
        2,
        `${error.message}; see "hearsay ${COMMANDS.some((one) => one.name === name) ? `${name} ` : ''}--help"`,
      );
    }
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    return fail(1, process.env.HEARSAY_DEBUG ? String((error as Error).stack) : (error as Error).message);
  }
}

function commandNamed(name: string) {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command;
  throw new UsageError(`there is no command ${JSON.stringify(name)}`);
}
