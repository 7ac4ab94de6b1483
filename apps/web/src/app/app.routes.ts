// Where each feature lives. Candidates' routes and staff routes share nothing but ui/.
import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';

// The guard is loaded when a staff route is first wanted: candidates' pages carry none of it.
const signedIn: CanActivateFn = async (_, state) => {
  const injector = inject(EnvironmentInjector);
  const guard = await import('./shell/signed-in');
  return runInInjectionContext(injector, () => guard.signedIn(state));
};

const publicLayout = () => import('./shell/public-layout').then((file) => file.PublicLayout);

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    loadChildren: () => import('./sign-in/sign-in.routes').then((file) => file.routes),
  },
  {
    path: 'jobs',
    title: 'Jobs',
    loadComponent: publicLayout,
    loadChildren: () => import('./jobs/jobs.routes').then((file) => file.routes),
  },
  {
    path: 'status',
    title: 'Your application',
    loadComponent: publicLayout,
    loadChildren: () => import('./status/status.routes').then((file) => file.routes),
  },
  {
    path: 'attempt',
    title: 'Assessment',
    data: { work: true },
    loadComponent: publicLayout,
    loadChildren: () => import('./attempt/attempt.routes').then((file) => file.routes),
  },
  {
    path: '',
    loadComponent: () => import('./shell/staff-layout').then((file) => file.StaffLayout),
    canActivate: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Home',
        loadChildren: () => import('./home/home.routes').then((file) => file.routes),
      },
      {
        path: 'requisitions',
        title: 'Requisitions',
        loadChildren: () => import('./requisitions/requisitions.routes').then((file) => file.routes),
      },
      {
        path: 'applications/:id/packet',
        title: 'Packet',
        loadChildren: () => import('./packet/packet.routes').then((file) => file.routes),
      },
      {
        path: 'applications',
        title: 'Applications',
        loadChildren: () => import('./applications/applications.routes').then((file) => file.routes),
      },
      {
        path: 'interviews',
        title: 'Interviews',
        loadChildren: () => import('./interviews/interviews.routes').then((file) => file.routes),
      },
      {
        path: 'system',
        title: 'System',
        loadChildren: () => import('./system/system.routes').then((file) => file.routes),
      },
      { path: 'mail', title: 'Mail', loadChildren: () => import('./mail/mail.routes').then((file) => file.routes) },
      {
        path: 'assessments',
        title: 'Attempts in progress',
        loadChildren: () => import('./assessments/live.routes').then((file) => file.routes),
      },
      {
        path: 'tasks',
        title: 'Tasks',
        loadChildren: () => import('./assessments/assessments.routes').then((file) => file.routes),
      },
    ],
  },
  { path: '**', title: 'Not found', loadComponent: () => import('./shell/not-found').then((file) => file.NotFound) },
];
