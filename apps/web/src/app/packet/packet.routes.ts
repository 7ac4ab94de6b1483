// Routes of the packet feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./packet-page').then((file) => file.PacketPage) },
];
