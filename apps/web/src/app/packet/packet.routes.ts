// Routes of the packet feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
