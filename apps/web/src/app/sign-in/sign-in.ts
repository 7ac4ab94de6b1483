// bu-sign-in: e-mail and password; in a demo, the people one can be.
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getServer } from '../api/fn/session/get-server';
import { signIn } from '../api/fn/session/sign-in';
import { Session } from '../shell/session';
import { Avatar } from '../ui/avatar';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { sentence } from '../ui/status-words';
import { ThemeSwitch } from '../ui/theme-switch';
import { Wordmark } from '../ui/wordmark';
import { returnAddress } from './return-address';

@Component({
  selector: 'bu-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Field, Icon, InputControl, ProblemPanel, ReactiveFormsModule, RouterLink, ThemeSwitch, Wordmark],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  /** The page that was wanted (query parameter). */
  readonly to = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly passwordBox = viewChild<ElementRef<HTMLInputElement>>('passwordBox');
  protected readonly server = resource({ loader: () => this.api.invoke(getServer) });
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly role = sentence;
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });

  constructor() {
    inject(Title).setTitle('Sign in · Bringup');
  }

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.session.begin(await this.api.invoke(signIn, { body: this.form.getRawValue() }));
      await this.router.navigateByUrl(returnAddress(this.to()));
    } catch (error) {
      this.problem.set(toProblem(error));
      this.form.controls.password.reset();
      this.passwordBox()?.nativeElement.focus();
    } finally {
      this.busy.set(false);
    }
  }

  protected async signInAs(person: { email: string; password: string }): Promise<void> {
    this.form.setValue({ email: person.email, password: person.password });
    await this.signIn();
  }
}
