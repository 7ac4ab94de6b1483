// The administrators' page about workers, sandbox and queues.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./system-page').then((file) => file.SystemPage) },
];
