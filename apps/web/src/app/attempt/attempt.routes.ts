// Routes of the assessment: one page per link, with a task or the hand-in page inside it while it runs.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: ':token/practice',
    loadComponent: () => import('./practice/practice-page').then((file) => file.PracticePage),
  },
  {
    path: ':token',
    loadComponent: () => import('./attempt-page').then((file) => file.AttemptPage),
    children: [
      { path: 'task/:position', loadComponent: () => import('./tasks/task-page').then((file) => file.TaskPage) },
      { path: 'submit', loadComponent: () => import('./ending/submit-page').then((file) => file.SubmitPage) },
    ],
  },
  { path: '', loadComponent: () => import('./link-trouble').then((file) => file.LinkTrouble) },
];
