import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { SCRIPT } from '../pages/script.ts';
import { STYLE } from '../pages/style.ts';
import { ICON } from '../pages/style-site.ts';
import { addingRoutes } from './adding.ts';
import { apiRoutes } from './api.ts';
import { articleRoutes } from './articles.ts';

export { warm } from './articles.ts';

import { correctionRoutes } from './corrections.ts';
import { answerError, Refused } from './errors.ts';
import { entrance, headers, sameSite } from './guard.ts';
import { searchRoutes } from './search.ts';
import { MOST_MEGABYTES, type Site } from './site.ts';
import { storyRoutes } from './stories.ts';
import { workshop } from './work.ts';

/** The whole site as one function from request to answer; it listens nowhere by itself. */
export function serverApp(site: Site): Hono {
  const app = new Hono();
  app.onError((error, context) => answerError(error, context, site.onError));
  app.notFound((context) =>
    answerError(
      new Refused(
        'not-found',
        `there is nothing at ${JSON.stringify(context.req.path.slice(0, 120))}; begin with all stories`,
      ),
      context,
      site.onError,
    ),
  );
  app.use(headers, entrance(site), sameSite);
  app.use(
    bodyLimit({
      maxSize: MOST_MEGABYTES * 1_000_000,
      onError: () => {
        throw new Refused(
          'too-large',
          `more than ${MOST_MEGABYTES} MB at once; read large archives with "hearsay read"`,
        );
      },
    }),
  );
  app.use(etag());
  const fixed = (path: string, type: string, text: string): void => {
    app.get(path, (context) =>
      context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'private, max-age=600' }),
    );
  };
  fixed('/style.css', 'text/css; charset=utf-8', STYLE);
  fixed('/script.js', 'text/javascript; charset=utf-8', SCRIPT);
  fixed('/icon.svg', 'image/svg+xml', ICON);
  const work = workshop(site);
  app.route('/', storyRoutes(site));
  app.route('/', articleRoutes(site));
  app.route('/', searchRoutes(site));
  app.route('/', addingRoutes(site, work));
  app.route('/', correctionRoutes(site));
  app.route('/api', apiRoutes(site, work));
  return app;
}
