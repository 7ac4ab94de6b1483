// Routes of the task library: the list, its coverage, grading again, and a preview of any variant.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./library/task-list').then((file) => file.TaskList) },
  {
    path: 'coverage',
    title: 'Coverage',
    loadComponent: () => import('./library/coverage-page').then((file) => file.CoveragePage),
  },
  { path: 'regrades', loadComponent: () => import('./regrading/regrade-list').then((file) => file.RegradeList) },
  { path: 'regrades/:id', loadComponent: () => import('./regrading/regrade-page').then((file) => file.RegradePage) },
  { path: ':slug', loadComponent: () => import('./library/task-preview').then((file) => file.TaskPreview) },
];
