// After a navigation inside the site: focus moves to the page's main part and its title is spoken, as a full page load would do.
import { DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Announcer } from '../ui/announcer';

/** Long enough for the page header to have named the page. */
const settled = 400;

/** Call in a layout's constructor. `arrived` is called first (the drawer closes). */
export function focusOnArrival(arrived: () => void = () => undefined): void {
  const announcer = inject(Announcer);
  const title = inject(Title);
  const router = inject(Router);
  let before = pathOf(router.url);
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(inject(DestroyRef)),
    )
    .subscribe((event) => {
      const now = pathOf(event.urlAfterRedirects);
      const moved = now !== before;
      before = now;
      arrived();
      if (!moved) return;
      document.getElementById('main')?.focus({ preventScroll: true });
      setTimeout(() => announcer.say(title.getTitle().replace(/ · Bringup$/, '')), settled);
    });
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
