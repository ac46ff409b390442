import type { Day } from '../text/interval.ts';
import type { Profile } from './profile.ts';

/** Publication days of the undated articles of one story, by article id, as far as dated siblings tell. */
export function datesFor(_profiles: readonly Profile[]): ReadonlyMap<string, Day> {
  return new Map();
}
