// Routes of the requisitions feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./requisition-list').then((file) => file.RequisitionList) },
  {
    path: 'new',
    title: 'New requisition',
    loadComponent: () => import('./requisition-editor').then((file) => file.RequisitionEditor),
  },
  { path: ':id', loadComponent: () => import('./requisition-page').then((file) => file.RequisitionPage) },
  {
    path: ':id/edit',
    title: 'Edit requisition',
    loadComponent: () => import('./requisition-editor').then((file) => file.RequisitionEditor),
  },
];
