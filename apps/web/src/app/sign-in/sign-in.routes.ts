// Routes of signing in.
import type { Routes } from '@angular/router';

export const routes: Routes = [{ path: '', loadComponent: () => import('./sign-in').then((file) => file.SignIn) }];
