// Routes of the mail feature.
import type { Routes } from '@angular/router';

export const routes: Routes = [];
