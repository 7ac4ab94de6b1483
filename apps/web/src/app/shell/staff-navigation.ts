// bu-staff-navigation: the rooms that this person's role opens.
import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { Session } from './session';

interface Room {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** None: open to everybody who is signed in. */
  readonly permission?: string;
}

const rooms: readonly Room[] = [
  { path: '/', label: 'Home', icon: 'home' },
  { path: '/requisitions', label: 'Requisitions', icon: 'requisition', permission: 'requisition:read' },
  { path: '/applications', label: 'Applications', icon: 'application', permission: 'application:read' },
  { path: '/assessments/live', label: 'In progress', icon: 'clock', permission: 'attempt:time' },
  { path: '/interviews', label: 'Interviews', icon: 'interview', permission: 'scorecard:write' },
  { path: '/tasks', label: 'Tasks', icon: 'task', permission: 'task:read' },
  { path: '/mail', label: 'Mail', icon: 'mail', permission: 'mail:read' },
  { path: '/system', label: 'System', icon: 'pulse', permission: 'system:read' },
];

@Component({
  selector: 'bu-staff-navigation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Main">
      <ul>
        @for (room of open(); track room.path) {
          <li>
            <a
              [routerLink]="room.path"
              routerLinkActive="here"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="{ exact: room.path === '/' }"
              (click)="chosen.emit()"
            >
              <bu-icon [name]="room.icon" />{{ room.label }}
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    ul {
      display: grid;
      gap: 2px;
      padding: var(--bu-space-2) var(--bu-space-3);
      list-style: none;
    }
    a {
      position: relative;
      display: flex;
      align-items: center;
      gap: var(--bu-space-3);
      min-block-size: 2.25rem;
      padding-inline: var(--bu-space-3);
      border-radius: var(--bu-radius-md);
      color: var(--bu-mask-ink-muted);
      font-weight: var(--bu-weight-medium);
      text-decoration: none;
      transition: background-color var(--bu-motion-fast);
    }
    a:hover {
      background: var(--bu-mask-hover);
      color: var(--bu-mask-ink);
    }
    a:focus-visible {
      outline-color: #eba777;
    }
    a.here {
      background: var(--bu-mask-selected);
      color: var(--bu-mask-ink);
    }
    a.here::before {
      content: '';
      position: absolute;
      inset: 0.5rem auto 0.5rem -0.75rem;
      inline-size: 3px;
      border-radius: 0 2px 2px 0;
      background: #e2a173;
    }
    a.here bu-icon {
      color: #e2a173;
    }
  `,
})
export class StaffNavigation {
  readonly chosen = output();
  private readonly session = inject(Session);
  protected readonly open = computed(() =>
    rooms.filter((room) => !room.permission || this.session.may(room.permission)),
  );
}
