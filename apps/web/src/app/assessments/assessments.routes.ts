// Routes of the task library: the list, and a preview of any variant.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./task-list').then((file) => file.TaskList) },
  { path: ':slug', loadComponent: () => import('./task-preview').then((file) => file.TaskPreview) },
];
