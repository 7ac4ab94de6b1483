// Who is signed in and what they may do. Asked once; the guard and the layout read it.
import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { getSession } from '../api/fn/session/get-session';
import { signOut } from '../api/fn/session/sign-out';
import type { SessionView } from '../api/models';
import { toProblem, type Problem } from '../ui/problem';

@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly view = signal<SessionView | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);

  readonly user = computed(() => this.view()?.user);
  /** Why it is not known who is signed in, when that could not be found out. */
  readonly problem = this.failure.asReadonly();

  /** True when somebody is signed in. Asks the server unless it is known already. */
  async ensure(): Promise<boolean> {
    if (this.view()) return true;
    try {
      this.begin(await this.api.invoke(getSession));
      return true;
    } catch (error) {
      const problem = toProblem(error);
      this.failure.set(problem.kind === 'sign-in' ? undefined : problem);
      return false;
    }
  }

  begin(view: SessionView): void {
    this.view.set(view);
    this.failure.set(undefined);
  }

  may(permission: string): boolean {
    return this.view()?.permissions.includes(permission) ?? false;
  }

  /** Forgets the person here also when the server cannot be told. */
  async end(): Promise<void> {
    try {
      await this.api.invoke(signOut);
    } finally {
      this.view.set(undefined);
    }
  }
}
