// Routes of the candidate's status page.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: ':token', loadComponent: () => import('./status-page').then((file) => file.StatusPage) },
  { path: '', loadComponent: () => import('./link-missing').then((file) => file.LinkMissing) },
];
