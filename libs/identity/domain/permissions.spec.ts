// Roles to permissions: who may not do what matters most.
import { may, type Permission, permissionsOf, type Role, roles, seesEverything } from './permissions';

const all: readonly Permission[] = permissionsOf(['admin']);

/** What each role may not do. Everything else it may. */
const forbidden: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [],
  recruiter: ['requisition:approve', 'decision:make', 'system:read'],
  'hiring-manager': ['requisition:publish', 'attempt:time', 'assessment:regrade', 'mail:read', 'system:read'],
  interviewer: [
    'requisition:read',
    'requisition:write',
    'requisition:approve',
    'requisition:publish',
    'application:rate',
    'application:move',
    'assessment:send',
    'attempt:time',
    'assessment:regrade',
    'task:read',
    'interview:plan',
    'interview:schedule',
    'decision:make',
    'mail:read',
    'system:read',
  ],
};

it('knows eighteen permissions, and an admin has each of them once', () => {
  expect(all).toHaveLength(18);
  expect(new Set(all).size).toBe(18);
});

it.each(roles)('%s may do exactly what is not forbidden', (role) => {
  const allowed = all.filter((permission) => may([role], permission));
  expect(allowed.sort()).toEqual(all.filter((permission) => !forbidden[role].includes(permission)).sort());
});

it('gives the union for several roles and nothing for unknown ones', () => {
  expect(may(['recruiter', 'hiring-manager'], 'decision:make')).toBe(true);
  expect(may(['recruiter', 'hiring-manager'], 'mail:read')).toBe(true);
  expect(permissionsOf(['candidate', 'root', ''])).toEqual([]);
});

it('lets only admins and recruiters see everything', () => {
  expect(roles.filter((role) => seesEverything([role]))).toEqual(['admin', 'recruiter']);
});
