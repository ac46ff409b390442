/** One option of a command. */
export interface Option {
  readonly name: string;
  /** What its value is called in the help; none for a switch. */
  readonly value?: string;
  readonly help: string;
}

/** What a command gets once its words are known to be right. */
export interface Call {
  readonly paths: readonly string[];
  /** Values by option name; switches are `''`. */
  readonly options: ReadonlyMap<string, string>;
}

/** Exit status: 0 all read, 1 some input could not be read, 2 wrong usage. */
export type Status = 0 | 1 | 2;

/** A command as the help, the documentation's test and `main` see it. */
export interface Command {
  readonly name: string;
  /** Words after the name: "PATH…". */
  readonly operands: string;
  readonly summary: string;
  /** How many operands it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<Status>;
}

/** Wrong usage: its message is shown with a pointer to the help, and the exit status is 2. */
export class UsageError extends Error {}

/**
 * A command's operands and options out of the words after its name.
 * @throws UsageError quoting the word that is not understood
 */
export function callOf(command: Command, words: readonly string[]): Call {
  const paths: string[] = [];
  const options = new Map<string, string>();
  const rest = [...words];
  let literal = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (literal || word === '-' || !word.startsWith('-')) paths.push(word);
    else if (word === '--') literal = true;
    else options.set(...optionOf(command, word, rest));
  }
  const [least, most] = command.takes;
  if (paths.length < least) throw new UsageError(`${command.name} needs ${command.operands}`);
  if (paths.length > most)
    throw new UsageError(`${command.name} does not take ${JSON.stringify(paths[most])}`);
  return { paths, options };
}

function optionOf(command: Command, word: string, rest: string[]): [string, string] {
  const [name = '', ...given] = word.replace(/^--?/, '').split('=');
  const option = command.options.find((one) => one.name === name);
  if (!option || !word.startsWith('--'))
    throw new UsageError(`${command.name} has no option ${JSON.stringify(word)}`);
  if (option.value === undefined) {
    if (given.length)
      throw new UsageError(`--${name} takes no value, ${JSON.stringify(given.join('='))} was given`);
    return [name, ''];
  }
  const value = given.length ? given.join('=') : rest.shift();
  if (value === undefined || value === '') throw new UsageError(`--${name} needs ${option.value}`);
  return [name, value];
}
