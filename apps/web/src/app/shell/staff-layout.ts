// bu-staff-layout: navigation on the left (a drawer on small screens), account menu on top, the page in the middle.
import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS, type MatFormFieldDefaultOptions } from '@angular/material/form-field';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { Icon } from '../ui/icon';
import { ProblemPanel } from '../ui/problem-panel';
import { Wordmark } from '../ui/wordmark';
import { AccountMenu } from './account-menu';
import { focusOnArrival } from './focus-on-arrival';
import { Session } from './session';
import { SkipLink } from './skip-link';
import { StaffNavigation } from './staff-navigation';

// Here and not in app.config.ts, so that candidates' pages do not load it.
const formFields: MatFormFieldDefaultOptions = { appearance: 'outline', subscriptSizing: 'dynamic' };

@Component({
  selector: 'bu-staff-layout',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AccountMenu, Icon, ProblemPanel, RouterLink, RouterOutlet, SkipLink, StaffNavigation, Wordmark],
  providers: [{ provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: formFields }],
  templateUrl: './staff-layout.html',
  styleUrl: './staff-layout.scss',
})
export class StaffLayout {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');

  constructor() {
    focusOnArrival(() => this.closeDrawer());
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  protected closeDrawer(): void {
    this.drawer()?.nativeElement.close();
  }

  protected async tryAgain(): Promise<void> {
    const address = this.router.url;
    if (await this.session.ensure()) return;
    if (!this.session.problem()) await this.router.navigate(['/sign-in'], { queryParams: { to: address } });
  }
}
