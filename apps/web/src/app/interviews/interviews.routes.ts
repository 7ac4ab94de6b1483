// Routes of the interviews feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
