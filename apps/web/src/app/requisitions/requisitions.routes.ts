// Routes of the requisitions feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
