/** An input, or a part of one, that could not be read as it stands, or that was read but is to be told of. */
export interface Problem {
  /** Path as the user gave it or as found below a folder that the user gave; `-` for standard input. */
  readonly file: string;
  /** Where in the file: "line 12", "byte 4096"; `null` for the file as a whole. */
  readonly place: string | null;
  /** What is wrong and what to do about it, in plain words. */
  readonly reason: string;
  /** The input was read all the same, and nothing of it is lost: it is told, and the exit status stays 0. */
  readonly noted?: true;
}
