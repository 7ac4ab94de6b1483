// Routes of the status feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
