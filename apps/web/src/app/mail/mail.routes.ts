// Routes of the mail the product wrote: the list, and one message beside it.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./mail').then((file) => file.Mail),
    children: [{ path: ':id', loadComponent: () => import('./mail-message').then((file) => file.MailMessage) }],
  },
];
