// bu-interview-table: interviews as rows, each a link to its kit.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InterviewRow } from '../api/models';
import { StatusChip } from '../ui/status-chip';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-interview-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, StatusChip, TableFrame, Time],
  template: `
    <bu-table-frame [label]="label()">
      <table class="bu-table cards">
        <thead>
          <tr>
            <th scope="col">Interview</th>
            <th scope="col">Interviewer</th>
            <th scope="col">When</th>
            <th scope="col">Where</th>
            <th scope="col">State</th>
            <th scope="col">Scorecard</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr class="linked">
              <th scope="row">
                <a class="row-link" [routerLink]="['/interviews', row.id]"
                  >{{ row.candidateName }}: {{ row.kitTitle }}</a
                >
                <span class="under"
                  ><span class="bu-figure">{{ row.requisition.number }}</span> {{ row.requisition.title }}</span
                >
              </th>
              <td data-label="Interviewer">{{ row.interviewer.name }}</td>
              <td data-label="When"><bu-time [datetime]="row.startsAt" mode="datetime" [still]="true" /></td>
              <td data-label="Where">{{ row.location }}</td>
              <td><bu-status-chip kind="interview" [state]="row.state" /></td>
              <td data-label="Scorecard"><bu-status-chip kind="scorecard" [state]="row.scorecard" /></td>
            </tr>
          }
        </tbody>
      </table>
    </bu-table-frame>
  `,
  styles: `
    .under {
      display: block;
      font-weight: var(--bu-weight-normal);
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
  `,
})
export class InterviewTable {
  readonly label = input.required<string>();
  readonly rows = input.required<readonly InterviewRow[]>();
}
