// Routes of the home page.
import type { Routes } from '@angular/router';

export const routes: Routes = [{ path: '', loadComponent: () => import('./home').then((file) => file.Home) }];
