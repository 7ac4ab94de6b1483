// Addresses are filled and escaped.
import { apiPath } from './api-path';

describe('apiPath', () => {
  it('fills and escapes every part', () => {
    expect(apiPath('/api/attempt/{token}/runs/{id}', { token: 'a/b?c', id: 7 })).toBe('/api/attempt/a%2Fb%3Fc/runs/7');
  });

  it('refuses a hole', () => expect(() => apiPath('/api/x/{id}', {})).toThrow('needs "id"'));
});
