// Serves the built Angular site beside the API, with a head of its own for each public job page so that search engines can read it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jobPostingJsonLd } from '@bringup/requisitions';
import { type Config, DomainError, UnitOfWork } from '@bringup/platform';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
/** JSON inside a script element: `<` is written as an escape so that no text can close the element. */
const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

function headOf(page: { title: string; description: string; jsonLd: unknown }): string {
  return [
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}">`,
    `<script type="application/ld+json">${scriptJson(page.jsonLd)}</script>`,
  ].join('\n');
}

function readIndex(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'index.html'), 'utf8');
  } catch {
    throw new DomainError('site-missing', `The site is not built: ${folder} holds no index.html. Run npm run build.`);
  }
}

/** Routes for everything that is not under `/api`. @throws DomainError `site-missing` */
export function siteRouter(config: Config, unitOfWork: UnitOfWork): Router {
  const folder = path.resolve(config.webFolder);
  const index = readIndex(folder);
  const router = express.Router();
  // File names carry a hash of their content, so a browser may keep them for ever.
  router.use(express.static(folder, { index: false, immutable: true, maxAge: '365d', fallthrough: true }));

  async function jobPage(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      const page = await jobPostingJsonLd(
        unitOfWork.reader,
        String(request.params['slug']),
        config.companyName,
        config.publicUrl,
      );
      send(
        response,
        index.replace(/<title>.*?<\/title>/s, () => headOf(page)),
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.status(404).setHeader('X-Robots-Tag', 'noindex');
      next();
    }
  }

  router.get('/jobs/:slug', (request, response, next) => {
    jobPage(request, response, next).catch(next);
  });
  router.get(/^(?!\/api(\/|$)).*/, (request, response, next) => {
    // A missing file must be missing: an HTML page in place of a script would only hide the fault.
    if (path.extname(request.path) !== '') next();
    else send(response, index);
  });
  return router;
}

function send(response: Response, html: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.type('html').send(html);
}
