// Signing in: the clear refusal, the way back to the page that was wanted, and the people of a demo.
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ServerView, SessionView } from '../api/models';
import { SignIn } from './sign-in';

@Component({ selector: 'bu-wanted-page', changeDetection: ChangeDetectionStrategy.OnPush, template: 'wanted' })
class WantedPage {}

const session: SessionView = {
  user: { id: '1', name: 'Ingrid Solberg', email: 'ingrid@halden.example', roles: ['recruiter'], timeZone: 'UTC' },
  permissions: [],
};
const server: ServerView = {
  company: 'Halden Devices',
  demo: true,
  demoSignIns: [{ name: 'Ingrid Solberg', email: 'ingrid@halden.example', password: 'demo', role: 'recruiter' }],
  mailIsCaptured: true,
};

describe('bu-sign-in', () => {
  async function open(address = '/sign-in', about: ServerView = server) {
    Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'sign-in', component: SignIn },
            { path: '**', component: WantedPage },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(address);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/server').flush(about);
    await harness.fixture.whenStable();
    const page = harness.routeNativeElement!;
    const [email, password] = [
      ...page.querySelectorAll('input[type=email], input[type=password]'),
    ] as HTMLInputElement[];
    return {
      page,
      http,
      settle: () => harness.fixture.whenStable(),
      password: password,
      enter: (mail: string, secret: string) => {
        for (const [box, text] of [
          [email, mail],
          [password, secret],
        ] as const) {
          box.value = text;
          box.dispatchEvent(new Event('input'));
        }
        page.querySelector('form')!.dispatchEvent(new Event('submit'));
      },
    };
  }

  it('says why nobody got in, keeps the address and empties the password', async () => {
    const { page, http, enter, settle, password } = await open();
    enter('ingrid@halden.example', 'wrong');
    http
      .expectOne('/api/session')
      .flush(
        { code: 'sign-in-failed', detail: 'Check the address and the password.' },
        { status: 401, statusText: 'Unauthorized' },
      );
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Check the address and the password.');
    expect(page.querySelector('[role=alert] a, [role=alert] button')).toBeNull();
    expect(password.value).toBe('');
    expect(page.querySelector<HTMLInputElement>('input[type=email]')?.value).toBe('ingrid@halden.example');
  });

  it('asks nothing of the server while a field is empty', async () => {
    const { page, http, enter, settle } = await open();
    enter('', '');
    await settle();
    http.expectNone('/api/session');
    expect(page.querySelectorAll('.error')).toHaveLength(2);
  });

  it('goes on to the page that was wanted', async () => {
    const { http, enter, settle } = await open('/sign-in?to=%2Frequisitions%2F7');
    enter('ingrid@halden.example', 'right');
    http.expectOne('/api/session').flush(session);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/requisitions/7');
  });

  it('lets a visitor of a demo step in as one of its people', async () => {
    const { page, http } = await open();
    page.querySelector<HTMLButtonElement>('.demo li button')!.click();
    expect(http.expectOne('/api/session').request.body).toEqual({ email: 'ingrid@halden.example', password: 'demo' });
  });

  it('lists nobody outside a demo', async () => {
    const { page } = await open('/sign-in', { ...server, demo: false, demoSignIns: [] });
    expect(page.querySelector('.demo')).toBeNull();
  });
});
