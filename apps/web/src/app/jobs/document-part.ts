// bu-document-part: a document to drop or choose; sent at once, and shown back as it was read.
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  booleanAttribute,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Api } from '../api/api';
import { uploadDocument } from '../api/fn/jobs/upload-document';
import type { ReadDocumentView } from '../api/models';
import { Announcer } from '../ui/announcer';
import { bytesText } from '../ui/figures';
import { Icon } from '../ui/icon';
import { toProblem } from '../ui/problem';
import { DocumentReading } from './document-reading';
import { acceptedFiles, fileFault } from './file-check';

let count = 0;

@Component({
  selector: 'bu-document-part',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DocumentReading, Icon],
  templateUrl: './document-part.html',
  styleUrl: './document-part.scss',
})
export class DocumentPart {
  readonly slug = input.required<string>();
  readonly kind = input.required<'resume' | 'cover-letter'>();
  /** What the document is called in sentences: "résumé". */
  readonly what = input.required<string>();
  readonly reading = input<ReadDocumentView | null>(null);
  /** Marks the part as missing after an attempt to send. */
  readonly missing = input(false, { transform: booleanAttribute });
  readonly read = output<ReadDocumentView | null>();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  protected readonly id = `bu-document-${++count}`;
  protected readonly accepted = acceptedFiles;
  protected readonly over = signal(false);
  protected readonly sending = signal<{ readonly name: string; readonly size: string } | undefined>(undefined);
  protected readonly fault = signal('');
  protected readonly failed = signal<File | undefined>(undefined);

  /** Where the focus goes when this part is missing. */
  focus(): void {
    this.chooser().nativeElement.focus();
  }

  protected choose(): void {
    this.chooser().nativeElement.click();
  }

  protected chosen(): void {
    const field = this.chooser().nativeElement;
    const file = field.files?.[0];
    // So that the same file can be chosen again after it was mended.
    if (file) void this.send(file).finally(() => (field.value = ''));
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    if (files.length > 1) return this.complain('Drop one file at a time.');
    const file = files[0];
    if (file) void this.send(file);
  }

  protected remove(): void {
    this.read.emit(null);
    this.announcer.say(`The ${this.what()} was removed.`);
  }

  protected async send(file: File): Promise<void> {
    this.failed.set(undefined);
    const fault = fileFault(file);
    if (fault) return this.complain(fault);
    this.fault.set('');
    this.sending.set({ name: file.name, size: bytesText(file.size) });
    try {
      const reading = await this.api.invoke(uploadDocument, { slug: this.slug(), kind: this.kind(), body: { file } });
      this.read.emit(reading);
      this.announcer.say(`The ${this.what()} was read. What we read is shown below.`);
    } catch (error) {
      const problem = toProblem(error);
      this.failed.set(problem.retriable ? file : undefined);
      this.complain(problem.detail);
    } finally {
      this.sending.set(undefined);
    }
  }

  private complain(sentence: string): void {
    this.fault.set(sentence);
  }
}
