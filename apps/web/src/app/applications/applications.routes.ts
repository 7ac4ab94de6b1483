// Routes of the applications feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
