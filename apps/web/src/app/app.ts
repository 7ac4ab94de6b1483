// bu-root: the router's outlet, and the one tray for messages.
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AnnouncerTray } from './ui/announcer-tray';

@Component({
  selector: 'bu-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet, AnnouncerTray],
  template: `<router-outlet /><bu-announcer-tray />`,
})
export class App {}
