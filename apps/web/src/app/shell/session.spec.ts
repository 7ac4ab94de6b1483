// Who is signed in, as the guard finds out: known, nobody, or not to be found out now.
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type RouterStateSnapshot, UrlTree, provideRouter } from '@angular/router';
import type { SessionView } from '../api/models';
import { Session } from './session';
import { signedIn } from './signed-in';

const view: SessionView = {
  user: {
    id: '1',
    name: 'Ingrid Solberg',
    email: 'ingrid@halden.example',
    roles: ['recruiter'],
    timeZone: 'Europe/Oslo',
  },
  permissions: ['requisition:read'],
};
const at = (url: string) => ({ url }) as RouterStateSnapshot;

describe('the session', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  const guard = (url: string) => TestBed.runInInjectionContext(() => signedIn(at(url)));

  it('lets the person through, asks once, and knows the permissions', async () => {
    const first = guard('/mail');
    http.expectOne('/api/session').flush(view);
    expect(await first).toBe(true);
    expect(await guard('/requisitions')).toBe(true);
    expect(TestBed.inject(Session).may('requisition:read')).toBe(true);
    expect(TestBed.inject(Session).may('mail:read')).toBe(false);
  });

  it('sends nobody to the sign-in page, and remembers where they wanted to go', async () => {
    const result = guard('/requisitions/7?tab=plan');
    http.expectOne('/api/session').flush({ code: 'sign-in-required' }, { status: 401, statusText: 'Unauthorized' });
    const tree = await result;
    expect(tree).toBeInstanceOf(UrlTree);
    expect((tree as UrlTree).queryParams).toEqual({ to: '/requisitions/7?tab=plan' });
  });

  it('does not sign anybody out because the server cannot be reached', async () => {
    const result = guard('/mail');
    http.expectOne('/api/session').error(new ProgressEvent('error'));
    expect(await result).toBe(true);
    expect(TestBed.inject(Session).problem()?.kind).toBe('offline');
    expect(TestBed.inject(Session).user()).toBeUndefined();
  });

  it('is over here even when the server did not hear of it', async () => {
    const session = TestBed.inject(Session);
    session.begin(view);
    const end = session.end();
    http.expectOne('/api/session').flush(null, { status: 503, statusText: 'Unavailable' });
    await expect(end).rejects.toBeDefined();
    expect(session.user()).toBeUndefined();
  });
});
