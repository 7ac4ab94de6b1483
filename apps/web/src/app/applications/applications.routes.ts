// Routes of the applications feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./application-list').then((file) => file.ApplicationList) },
  { path: ':id', loadComponent: () => import('./application-page').then((file) => file.ApplicationPage) },
  {
    path: ':id/similarity/:submissionId/:otherId',
    loadComponent: () => import('../assessments/course/similarity-page').then((file) => file.SimilarityPage),
  },
];
