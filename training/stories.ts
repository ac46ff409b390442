import { join } from 'node:path';
import { trainBackground } from './stories/background.ts';
import { trainDates } from './stories/dates.ts';
import { trainLinks } from './stories/links.ts';

/**
 * The three story models, from the texts under `data` into the folder `out`. Links and dates are learned with the background that
 * stands in `models/`, so the background comes first; the same texts give the same bytes.
 */
export function trainStories(data: string, out: string, log: (line: string) => void): void {
  trainBackground(data, join(out, 'stories-background.json'), log);
  trainLinks(data, join(out, 'stories-links.json'), log);
  trainDates(data, join(out, 'stories-dates.json'), log);
}
