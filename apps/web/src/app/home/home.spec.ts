// The home page in its four states.
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { HomeView } from '../api/models';
import { Session } from '../shell/session';
import { Home } from './home';

const empty: HomeView = {
  waiting: [],
  upcomingInterviews: [],
  counts: { openRequisitions: 3, activeApplications: 27, attemptsInProgress: 0, scorecardsDue: 0 },
};

describe('bu-home', () => {
  async function render() {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    TestBed.inject(Session).begin({
      user: { id: '1', name: 'Ingrid Solberg', email: 'i@halden.example', roles: ['interviewer'], timeZone: 'UTC' },
      permissions: ['application:read'],
    });
    const fixture = TestBed.createComponent(Home);
    fixture.detectChanges();
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    return { fixture, page, asked: () => http.expectOne('/api/home') };
  }

  it('shows that it loads, then that nothing waits', async () => {
    const { fixture, page, asked } = await render();
    expect(page.querySelector('bu-skeleton')).not.toBeNull();
    asked().flush(empty);
    await fixture.whenStable();
    expect(page.querySelector('bu-skeleton')).toBeNull();
    expect(page.textContent).toContain('Nothing waits for you');
    expect(page.textContent).toContain('No interviews ahead');
  });

  it('leads to each thing that waits, and counts them', async () => {
    const { fixture, page, asked } = await render();
    asked().flush({
      ...empty,
      waiting: [
        {
          kind: 'decide',
          subjectId: '4',
          title: 'Mei-Ling Tan',
          detail: 'All scorecards are in',
          path: '/applications/4/packet',
          since: '2026-01-01T00:00:00Z',
        },
      ],
    });
    await fixture.whenStable();
    expect(page.querySelector('a[href="/applications/4/packet"]')?.textContent).toContain('Decide');
    expect(page.textContent).toContain('One thing waits for you, one of them overdue.');
  });

  it('does not link an interviewer to requisitions they may not read', async () => {
    const { fixture, page, asked } = await render();
    asked().flush(empty);
    await fixture.whenStable();
    expect(page.textContent).not.toContain('Open requisitions');
    expect(page.textContent).toContain('Active applications');
  });

  it('says what failed, and asks again when told to', async () => {
    const { fixture, page, asked } = await render();
    asked().flush(null, { status: 503, statusText: 'Unavailable' });
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Something failed on our side');
    page.querySelector<HTMLButtonElement>('[role=alert] button')!.click();
    fixture.detectChanges();
    asked().flush(empty);
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});
