// Routes of the public jobs: the list, a job, an application.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./jobs-page').then((file) => file.JobsPage) },
  { path: ':slug', loadComponent: () => import('./job-page').then((file) => file.JobPage) },
  { path: ':slug/apply', title: 'Apply', loadComponent: () => import('./apply-page').then((file) => file.ApplyPage) },
];
