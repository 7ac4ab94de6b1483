// The committed OpenAPI document is the one that the controllers make; the web client is generated from it.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { composeDocument } from './openapi';

describe('apps/api/openapi.json', () => {
  it('is what the controllers say; run npm run openapi after a change', async () => {
    const committed: unknown = JSON.parse(readFileSync(path.join(__dirname, 'openapi.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(await composeDocument()))).toEqual(committed);
  });
});
