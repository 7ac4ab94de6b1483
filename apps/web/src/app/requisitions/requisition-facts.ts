// bu-requisition-facts: what a requisition asks for, in figures: role, pay, hardware, people.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { RequisitionView } from '../api/models';
import { BytesPipe, MeasuredPipe, MoneyPipe } from '../ui/figure-pipes';
import { SectionCard } from '../ui/section-card';
import { deviceClassWords, feedbackWords, levelWords, reasonWords, workplaceWords } from './requisition-words';

@Component({
  selector: 'bu-requisition-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BytesPipe, MeasuredPipe, MoneyPipe, SectionCard],
  template: `
    @let shown = requisition();
    <bu-section-card heading="Target hardware">
      <dl>
        <div>
          <dt>Device class</dt>
          <dd>{{ devices[shown.hardware.deviceClass] }}</dd>
        </div>
        @if (shown.hardware.device) {
          <div>
            <dt>Device</dt>
            <dd>{{ shown.hardware.device }}</dd>
          </div>
        }
        <div>
          <dt>RAM</dt>
          <dd class="bu-figure">{{ shown.hardware.ramBytes | buBytes }}</dd>
        </div>
        <div>
          <dt>Flash</dt>
          <dd class="bu-figure">{{ shown.hardware.flashBytes | buBytes }}</dd>
        </div>
        <div>
          <dt>Runtime</dt>
          <dd>{{ shown.hardware.runtime }}</dd>
        </div>
        <div>
          <dt>Latency</dt>
          <dd class="bu-figure">≤ {{ shown.hardware.latencyMs | buMeasured }}&nbsp;ms</dd>
        </div>
        <div>
          <dt>Power</dt>
          <dd class="bu-figure">≤ {{ shown.hardware.powerMilliwatts | buMeasured }}&nbsp;mW</dd>
        </div>
      </dl>
    </bu-section-card>
    <bu-section-card heading="Role and people">
      <dl>
        <div>
          <dt>Profile</dt>
          <dd>{{ shown.profileTitle }}</dd>
        </div>
        <div>
          <dt>Level</dt>
          <dd>{{ levels[shown.level] }}</dd>
        </div>
        <div>
          <dt>Pay</dt>
          <dd class="bu-figure">{{ shown.payMin | buMoney: shown.payCurrency : shown.payMax }}</dd>
        </div>
        <div>
          <dt>Workplace</dt>
          <dd>{{ workplaces[shown.workplace] }}</dd>
        </div>
        <div>
          <dt>Reason</dt>
          <dd>{{ reasons[shown.reason] }}</dd>
        </div>
        <div>
          <dt>Feedback</dt>
          <dd>{{ feedbacks[shown.candidateFeedback] }}</dd>
        </div>
        <div>
          <dt>Opened by</dt>
          <dd>{{ shown.createdBy.name }}</dd>
        </div>
        <div>
          <dt>Hiring manager</dt>
          <dd>{{ shown.hiringManager.name }}</dd>
        </div>
        <div>
          <dt>Approver</dt>
          <dd>{{ shown.approver.name }}</dd>
        </div>
        <div>
          <dt>Panel</dt>
          <dd>{{ panel(shown) }}</dd>
        </div>
      </dl>
    </bu-section-card>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: var(--bu-space-5);
      align-items: start;
    }
    dl {
      display: grid;
      gap: var(--bu-space-2);
      font-size: var(--bu-text-sm);
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: var(--bu-space-4);
    }
    dt {
      color: var(--bu-ink-subtle);
      flex: none;
    }
    dd {
      margin: 0;
      min-inline-size: 0;
      overflow-wrap: anywhere;
      text-align: end;
    }
  `,
})
export class RequisitionFacts {
  readonly requisition = input.required<RequisitionView>();
  protected readonly devices = deviceClassWords;
  protected readonly levels = levelWords;
  protected readonly workplaces = workplaceWords;
  protected readonly reasons = reasonWords;
  protected readonly feedbacks = feedbackWords;
  protected readonly panel = (shown: RequisitionView): string => shown.panel.map((person) => person.name).join(', ');
}
