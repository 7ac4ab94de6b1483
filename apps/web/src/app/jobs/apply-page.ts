// bu-apply-page: an application in one page. The résumé first, because it fills in the rest; sent once, with a receipt.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getJob } from '../api/fn/jobs/get-job';
import { submitApplication } from '../api/fn/jobs/submit-application';
import type { ReadDocumentView, ReceiptView } from '../api/models';
import { Announcer } from '../ui/announcer';
import { EmptyState } from '../ui/empty-state';
import { Field, InputControl } from '../ui/field';
import { PageHeader } from '../ui/page-header';
import { showOnForm, toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { keepDraft, prefilled, readDraft } from './application-draft';
import { ApplicationReceipt } from './application-receipt';
import { DocumentPart } from './document-part';

@Component({
  selector: 'bu-apply-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ApplicationReceipt,
    DocumentPart,
    EmptyState,
    Field,
    InputControl,
    PageHeader,
    ProblemPanel,
    ReactiveFormsModule,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './apply-page.html',
  styleUrl: './apply-page.scss',
})
export class ApplyPage {
  readonly slug = input.required<string>();
  /** Where the link to this page was found, from `?source=`. */
  readonly source = input<string>();

  private readonly announcer = inject(Announcer);
  private readonly api = inject(Api);
  private readonly resumePart = viewChild<DocumentPart>('resumePart');
  private readonly kept = computed(() => readDraft(this.slug()));
  protected readonly job = resource({
    params: () => this.slug(),
    loader: ({ params }) => this.api.invoke(getJob, { slug: params }),
  });
  protected readonly resume = linkedSignal<ReadDocumentView | null>(() => this.kept().resume);
  protected readonly letter = linkedSignal<ReadDocumentView | null>(() => this.kept().letter);
  protected readonly receipt = linkedSignal<ReceiptView | null>(() => this.kept().receipt);
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    email: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.email, Validators.maxLength(254)],
    }),
    phone: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(40)] }),
    consent: new FormControl(false, { nonNullable: true, validators: [Validators.requiredTrue] }),
  });
  protected readonly entered = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly resumeMissing = computed(() => this.tried() && this.resume() === null);
  protected readonly consentMissing = computed(() => {
    this.entered();
    return this.tried() && this.form.controls.consent.invalid;
  });

  constructor() {
    effect(() => {
      const { name, email, phone } = this.kept();
      untracked(() => this.form.patchValue({ name, email, phone }));
    });
    effect(() => {
      const { name = '', email = '', phone = '' } = this.entered();
      keepDraft(this.slug(), {
        name,
        email,
        phone,
        resume: this.resume(),
        letter: this.letter(),
        receipt: this.receipt(),
      });
    });
  }

  protected resumeRead(reading: ReadDocumentView | null): void {
    const before = this.resume()?.fields;
    this.resume.set(reading);
    if (!reading) return;
    for (const key of ['name', 'email', 'phone'] as const) {
      const control = this.form.controls[key];
      control.setValue(prefilled(control.value, before?.[key], reading.fields[key]));
    }
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    this.form.markAllAsTouched();
    const resume = this.resume();
    if (!resume) {
      this.resumePart()?.focus();
      return;
    }
    if (this.sending()) return;
    if (this.form.invalid) return this.focusFirstFault();
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const { name, email, phone } = this.form.getRawValue();
      const body = {
        name: name.trim(),
        email: email.trim(),
        resumeToken: resume.token,
        consent: true as const,
        ...(phone.trim() && { phone: phone.trim() }),
        ...(this.letter() && { coverLetterToken: this.letter()?.token }),
        ...(this.source() && { source: this.source()?.slice(0, 80) }),
      };
      const receipt = await this.api.invoke(submitApplication, { slug: this.slug(), body });
      this.startAfresh();
      this.receipt.set(receipt);
      scrollTo({ top: 0 });
      document.getElementById('main')?.focus({ preventScroll: true });
      this.announcer.say(`Your application has arrived. Receipt ${receipt.receipt}.`);
    } catch (error) {
      const problem = toProblem(error);
      const elsewhere = showOnForm(problem, this.form);
      const allMarked = problem.fields.length > 0 && elsewhere.length === 0;
      this.problem.set(allMarked ? undefined : { ...problem, fields: elsewhere });
      if (problem.fields.length > elsewhere.length) this.focusFirstFault();
    } finally {
      this.sending.set(false);
    }
  }

  /** An empty form: nothing personal stays in the tab after sending. */
  protected startAfresh(): void {
    this.receipt.set(null);
    this.resume.set(null);
    this.letter.set(null);
    this.tried.set(false);
    this.form.reset();
  }

  private focusFirstFault(): void {
    setTimeout(() => document.querySelector<HTMLElement>('bu-apply-page .ng-invalid:is(input)')?.focus());
  }
}
