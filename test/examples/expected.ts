import { fileURLToPath } from 'node:url';

/** The invented stories, and the file of the ledger expected of each. */
export const STORIES = ['ferry', 'halden', 'veyra'];
export const expectedFile = (story: string): string =>
  fileURLToPath(new URL(`${story}.ledger.txt`, import.meta.url));
export const storyFolder = (story: string): string =>
  fileURLToPath(new URL(`../../examples/${story}`, import.meta.url));
