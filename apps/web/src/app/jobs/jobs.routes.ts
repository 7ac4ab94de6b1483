// Routes of the jobs feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
