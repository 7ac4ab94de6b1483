// bu-spec-sheet: the target device as a small data sheet.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HardwareProfile } from '../api/models';
import { deviceClassWords } from './job-words';
import { specLines } from './spec-lines';

@Component({
  selector: 'bu-spec-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let device = profile();
    <table>
      <caption>
        <span class="device">{{ device.device || kind() }}</span>
        <span class="kind">{{ device.device ? kind() + ' · ' : '' }}{{ device.runtime }}</span>
      </caption>
      <thead class="bu-hidden">
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
          <th scope="col">What it means</th>
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.name) {
          <tr>
            <th scope="row">{{ line.name }}</th>
            <td class="value bu-figure">
              @if (line.bound) {
                <span class="bound" aria-hidden="true">{{ line.bound }}</span>
                <span class="bu-hidden">at most </span>
              }
              {{ line.value }}
            </td>
            <td class="meaning">{{ line.meaning }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './spec-sheet.scss',
})
export class SpecSheet {
  readonly profile = input.required<HardwareProfile>();
  protected readonly lines = computed(() => specLines(this.profile()));
  protected readonly kind = computed(() => deviceClassWords(this.profile().deviceClass));
}
