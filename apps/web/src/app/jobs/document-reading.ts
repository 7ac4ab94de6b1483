// bu-document-reading: a document as we read it, so that its owner can judge whether we read it right.
import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { ReadDocumentView } from '../api/models';
import { BytesPipe, CountPipe } from '../ui/figure-pipes';
import { Icon } from '../ui/icon';

const formats: Readonly<Record<ReadDocumentView['format'], string>> = {
  pdf: 'PDF',
  docx: 'DOCX',
  text: 'Plain text',
  'json-resume': 'JSON Resume',
};

@Component({
  selector: 'bu-document-reading',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BytesPipe, CountPipe, Icon],
  template: `
    @let file = document();
    <div class="head">
      <bu-icon name="check" />
      <div>
        <p class="name">{{ file.fileName }}</p>
        <p class="facts">
          {{ format() }} · <span class="bu-figure">{{ file.sizeBytes | buBytes }}</span>
          @if (file.pages !== null) {
            · <span class="bu-figure">{{ file.pages }}</span> {{ file.pages === 1 ? 'page' : 'pages' }}
          }
          · <span class="bu-figure">{{ words() | buCount }}</span> words read
        </p>
      </div>
      <div class="buttons"><ng-content /></div>
    </div>
    @for (warning of file.warnings; track warning) {
      <p class="warning"><bu-icon name="warning" />{{ warning }}</p>
    }
    <div class="text">
      <div class="bar">
        <p>This is the text as we read it. Is anything missing or jumbled? Then replace the file.</p>
        <button type="button" class="bu-button small quiet" [attr.aria-expanded]="open()" (click)="open.set(!open())">
          {{ open() ? 'Show less' : 'Show all' }}
        </button>
      </div>
      <pre [class.open]="open()" tabindex="0" role="region" [attr.aria-label]="'Text read from ' + file.fileName">{{
        file.text
      }}</pre>
    </div>
    <p class="hash">
      <span>SHA-256</span> <code>{{ file.sha256 }}</code>
    </p>
  `,
  styleUrl: './document-reading.scss',
})
export class DocumentReading {
  readonly document = input.required<ReadDocumentView>();
  protected readonly open = signal(false);
  protected readonly format = computed(() => formats[this.document().format]);
  protected readonly words = computed(() => this.document().text.split(/\s+/).filter(Boolean).length);
}
