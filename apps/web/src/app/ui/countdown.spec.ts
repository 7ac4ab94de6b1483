// The countdown follows the server's clock, speaks at its marks and ends once.
import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';
import { Countdown } from './countdown';

const start = new Date('2026-11-23T10:00:00Z');
const at = (seconds: number): string => new Date(start.getTime() + seconds * 1000).toISOString();

describe('bu-countdown', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: start, doNotFake: ['queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame'] }),
  );
  afterEach(() => jest.useRealTimers());

  function render(until: string, serverNow?: string) {
    const fixture = TestBed.createComponent(Countdown);
    fixture.componentRef.setInput('until', until);
    if (serverNow) fixture.componentRef.setInput('serverNow', serverNow);
    const ends: number[] = [];
    fixture.componentInstance.over.subscribe(() => ends.push(Date.now()));
    fixture.detectChanges();
    const pass = (seconds: number): void => {
      for (let second = 0; second < seconds; second += 1) {
        jest.advanceTimersByTime(1000);
        TestBed.tick();
      }
    };
    return { page: fixture.nativeElement as HTMLElement, ends, pass, announcer: TestBed.inject(Announcer) };
  }

  it('shows the time that is left', () => {
    expect(render(at(3661)).page.textContent).toContain('1:01:01');
  });

  it('corrects a clock that is ten minutes slow here', () => {
    expect(render(at(1200), at(600)).page.textContent).toContain('10:00');
  });

  it('speaks when a minute is left, once', () => {
    const { pass, announcer } = render(at(62));
    pass(1);
    expect(announcer.assertive()).toBe('');
    pass(1);
    expect(announcer.assertive().replace(/\u00A0/g, ' ')).toBe('1 min left');
    announcer.say('', 'assertive');
    pass(3);
    expect(announcer.assertive().trim()).toBe('');
  });

  it('ends once, and not again while it stays on the page', () => {
    const { page, ends, pass, announcer } = render(at(2));
    pass(6);
    expect(page.textContent).toContain('0:00');
    expect(ends).toHaveLength(1);
    expect(announcer.assertive()).toBe('The time is over.');
  });
});
