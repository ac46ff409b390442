import { Hono } from 'hono';
import type { Given } from '../intake/inputs.ts';
import { addBody, workBody } from '../pages/add.ts';
import { documentOf } from '../pages/document.ts';
import { isDay } from '../text/interval.ts';
import { Refused } from './errors.ts';
import { idIn, MOST_MEGABYTES, type Site } from './site.ts';
import type { Named, Wanted, Workshop } from './work.ts';

export function addingRoutes(_site: Site, work: Workshop): Hono {
  const app = new Hono();
  app.get('/add', (context) =>
    context.html(documentOf({ title: 'Add', here: '/add', body: addBody(MOST_MEGABYTES) })),
  );
  app.post('/add', async (context) => {
    const { id } = work.start(await wantedBy(await context.req.formData().catch(unsound)));
    return context.redirect(`/work/${id}`, 303);
  });
  app.get('/work/:id', (context) => {
    const progress = workOf(work, idIn(context));
    const again = progress.state === 'reading' ? 1 : undefined;
    return context.html(
      documentOf({
        title: 'Adding',
        here: '/add',
        body: workBody(progress),
        ...(again !== undefined && { again }),
      }),
    );
  });
  return app;
}

const unsound = (): never => {
  throw new Refused('bad-request', 'the form could not be read; send it as multipart/form-data');
};

/** @throws Refused where the work is not known */
export function workOf(work: Workshop, id: string): ReturnType<Workshop['start']> {
  const progress = work.of(id);
  if (progress) return progress;
  throw new Refused(
    'not-found',
    `no addition ${JSON.stringify(id)} is remembered; what it read is in the store`,
  );
}

async function wantedBy(form: FormData): Promise<Wanted> {
  const value = (name: string): string => String(form.get(name) ?? '').trim();
  const files = form.getAll('files').filter((one) => one instanceof File && one.size > 0) as File[];
  const given = givenBy(value('outlet'), value('published'));
  if (files.length) {
    const named = await Promise.all(
      files.map(
        async (file): Promise<Named> => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        }),
      ),
    );
    return { kind: 'bytes', files: named, given };
  }
  return wantedOf({ text: String(form.get('text') ?? ''), address: value('address') }, given);
}

/** @throws Refused where there is neither text nor address */
export function wantedOf(
  { text, address }: { readonly text: string; readonly address: string },
  given: Given,
): Wanted {
  if (text.trim())
    return { kind: 'bytes', files: [{ name: 'pasted text', bytes: new TextEncoder().encode(text) }], given };
  if (!address)
    throw new Refused('bad-request', 'nothing was given; paste a text, give an address or choose files');
  if (!/^https?:\/\//i.test(address))
    throw new Refused(
      'bad-request',
      `only http and https addresses are fetched, not ${JSON.stringify(address.slice(0, 120))}`,
    );
  return { kind: 'address', address, given };
}

/** @throws Refused quoting a day that is none */
export function givenBy(outlet: string, published: string): Given {
  const day: boolean = isDay(published);
  if (published && !day)
    throw new Refused(
      'bad-request',
      `"published" is a day as 2024-12-26, not ${JSON.stringify(published.slice(0, 40))}`,
    );
  return { ...(outlet && { outlet }), ...(published && { published }) };
}
