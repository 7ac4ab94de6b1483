// Routes of the attempt feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
