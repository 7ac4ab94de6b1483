// Serves the built Angular site beside the API, with a head of its own for each public job page so that search engines can read it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jobPostingJsonLd } from '@bringup/requisitions';
import { type Config, DomainError, UnitOfWork } from '@bringup/platform';
import express, { type Request, type Response, type Router } from 'express';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
/** JSON inside a script element: `<` is written as an escape so that no text can close the element. */
const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Search engines show about this many characters. */
const descriptionLength = 160;

function headOf(jsonLd: Record<string, unknown>, company: string): string {
  const described = jsonLd['description'];
  const description = (typeof described === 'string' ? described : '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, descriptionLength);
  return [
    `<title>${escapeHtml(`${typeof jsonLd['title'] === 'string' ? jsonLd['title'] : 'Job'}, ${company}`)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`,
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
  router.use(express.static(folder, { index: false, setHeaders: keepHashedFiles }));

  async function jobPage(request: Request, response: Response): Promise<void> {
    const slug = String(request.params['slug']);
    const jsonLd = await jobPostingJsonLd(unitOfWork.reader, slug, config.companyName, config.publicUrl);
    if (jsonLd)
      send(
        response,
        index.replace(/<title>.*?<\/title>/s, () => headOf(jsonLd, config.companyName)),
      );
    // A page that is gone must say so to machines as well as to people.
    else send(response.status(404).setHeader('X-Robots-Tag', 'noindex'), index);
  }

  router.get('/jobs/:slug', (request, response, next) => {
    jobPage(request, response).catch(next);
  });
  router.get(/^(?!\/api(\/|$)).*/, (request, response, next) => {
    // A missing file must be missing: an HTML page in place of a script would only hide the fault.
    if (path.extname(request.path) !== '') next();
    else send(response, index);
  });
  return router;
}

/** The build puts a hash of the content into most names; such a file never changes, all others are asked for again. */
function keepHashedFiles(response: Response, file: string): void {
  const isHashed = /-[A-Z0-9]{8}\.\w+$/.test(path.basename(file));
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function send(response: Response, html: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.type('html').send(html);
}
