// Routes of the interviews feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./interview-list').then((file) => file.InterviewList) },
  { path: ':id', loadComponent: () => import('./interview-page').then((file) => file.InterviewPage) },
];
