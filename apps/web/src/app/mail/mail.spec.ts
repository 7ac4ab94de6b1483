// The mail pages: what is listed, what is searched, and a message that can do nothing to this site.
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MailRow, MailView } from '../api/models';
import { routes } from './mail.routes';

const row: MailRow = {
  id: '7',
  to: 'amara@mail.example',
  subject: 'Your assessment',
  template: 'attempt-invitation',
  state: 'captured',
  createdAt: '2026-11-23T10:00:00.000Z',
  preview: 'Dear Amara',
};
const message: MailView = {
  ...row,
  from: 'hiring@halden.example',
  html: '<p>Dear Amara</p>',
  text: 'Dear Amara',
  error: null,
};

describe('mail', () => {
  async function open(address: string) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'mail', children: routes }], withComponentInputBinding()),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    const http = TestBed.inject(HttpTestingController);
    http
      .match('/api/server')
      .forEach((request) => request.flush({ company: 'Halden', demo: false, demoSignIns: [], mailIsCaptured: true }));
    return { page: harness.routeNativeElement!, http, settle: () => harness.fixture.whenStable() };
  }
  const list = (http: HttpTestingController) => http.expectOne((request) => request.url === '/api/mail');

  it('lists mail and says that it stays on this machine', async () => {
    const { page, http, settle } = await open('/mail');
    list(http).flush({ items: [row, { ...row, id: '8', state: 'failed' }], total: 2 });
    await settle();
    expect(page.querySelector('a[href="/mail/7"]')?.textContent).toContain('Your assessment');
    expect(page.querySelector('a[href="/mail/8"]')?.textContent).toContain('Not delivered');
    expect(page.querySelector('bu-page-header')?.textContent).toContain('stays here');
    expect(page.querySelector('bu-pager nav')).toBeNull();
  });

  it('asks for what the address says, and tells that nothing matches', async () => {
    const { page, http, settle } = await open('/mail?search=amara&from=50');
    const asked = list(http);
    expect(asked.request.urlWithParams).toBe('/api/mail?search=amara&limit=50&offset=50');
    asked.flush({ items: [], total: 0 });
    await settle();
    expect(page.textContent).toContain('No mail matches');
  });

  it('shows a message in a frame without scripts and without our origin', async () => {
    const { page, http, settle } = await open('/mail/7');
    list(http).flush({ items: [row], total: 1 });
    http.expectOne('/api/mail/7').flush(message);
    await settle();
    const frame = page.querySelector('iframe')!;
    expect(frame.getAttribute('sandbox')!.split(' ').sort()).toEqual([
      'allow-popups',
      'allow-popups-to-escape-sandbox',
    ]);
    expect(frame.getAttribute('srcdoc')).toContain('<p>Dear Amara</p>');
    expect(frame.title).toBe('Message: Your assessment');
  });
});
