// bu-rating-grid: criteria by raters; where the ratings lie far apart the row says so in words.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PacketView } from '../api/models';
import { TableFrame } from '../ui/table-frame';

/** From this distance between highest and lowest rating, a row asks to be talked about. */
const wideSpread = 2;

@Component({
  selector: 'bu-rating-grid',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TableFrame],
  template: `
    <bu-table-frame label="Ratings by criterion">
      <table class="bu-table">
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col" class="number">Documents</th>
            @for (author of authors(); track author) {
              <th scope="col" class="number">{{ author }}</th>
            }
            <th scope="col">Agreement</th>
          </tr>
        </thead>
        <tbody>
          @for (row of grid(); track row.tag) {
            <tr>
              <th scope="row">
                <span class="bu-figure tag">{{ row.tag }}</span> {{ row.title }}
              </th>
              <td class="number">
                <span [class]="shade(row.application)">{{ row.application ?? '–' }}</span>
              </td>
              @for (author of authors(); track author) {
                <td class="number">
                  <span [class]="shade(ratingBy(row, author))">{{ ratingBy(row, author) ?? '–' }}</span>
                </td>
              }
              <td>
                @if (row.spread === null) {
                  <span class="bu-subtle">too few to tell</span>
                } @else if (row.spread >= wide) {
                  <strong class="apart">{{ row.spread }} apart: talk about it</strong>
                } @else {
                  <span class="bu-muted">{{ row.spread === 0 ? 'agree' : '1 apart' }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </bu-table-frame>
  `,
  styles: `
    th[scope='row'] {
      min-inline-size: 9rem;
    }
    .tag {
      color: var(--bu-ink-subtle);
      margin-inline-end: var(--bu-space-1);
    }
    td.number span {
      display: inline-block;
      min-inline-size: 1.9rem;
      padding: 1px 0.4rem;
      border-radius: var(--bu-radius-sm);
      text-align: center;
    }
    .r0,
    .r1 {
      background: var(--bu-stop-tint);
      color: var(--bu-stop);
    }
    .r2 {
      background: var(--bu-hold-tint);
      color: var(--bu-hold);
    }
    .r3,
    .r4 {
      background: var(--bu-go-tint);
      color: var(--bu-go);
    }
    .apart {
      color: var(--bu-hold);
      font-weight: var(--bu-weight-medium);
    }
  `,
})
export class RatingGrid {
  readonly grid = input.required<PacketView['grid']>();
  protected readonly wide = wideSpread;
  protected readonly authors = computed(() => [
    ...new Set(this.grid().flatMap((row) => row.scorecards.map((card) => card.author))),
  ]);

  protected ratingBy(row: PacketView['grid'][number], author: string): number | null {
    return row.scorecards.find((card) => card.author === author)?.rating ?? null;
  }

  protected shade(rating: number | null): string {
    return rating === null ? '' : `r${rating}`;
  }
}
