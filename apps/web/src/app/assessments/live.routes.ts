// Routes of what happens in assessments now.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: 'live', loadComponent: () => import('./time/live-attempts').then((file) => file.LiveAttempts) },
  { path: '', pathMatch: 'full', redirectTo: 'live' },
];
