// Routes of the home feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
