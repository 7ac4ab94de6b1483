// Who may do what: roles to permissions. Rules about single subjects (my requisition, my interview) live with the subject.

export type Role = 'admin' | 'recruiter' | 'hiring-manager' | 'interviewer';
export const roles: readonly Role[] = ['admin', 'recruiter', 'hiring-manager', 'interviewer'];

export type Permission =
  | 'requisition:read'
  | 'requisition:write'
  | 'requisition:approve'
  | 'requisition:publish'
  | 'application:read'
  | 'application:rate'
  | 'application:move'
  | 'assessment:send'
  | 'attempt:time'
  | 'assessment:regrade'
  | 'task:read'
  | 'interview:plan'
  | 'interview:schedule'
  | 'scorecard:write'
  | 'packet:read'
  | 'decision:make'
  | 'mail:read'
  | 'system:read';

const interviewer: readonly Permission[] = ['application:read', 'scorecard:write', 'packet:read'];

const recruiter: readonly Permission[] = [
  ...interviewer,
  'requisition:read',
  'requisition:write',
  'requisition:publish',
  'application:rate',
  'application:move',
  'assessment:send',
  'attempt:time',
  'assessment:regrade',
  'task:read',
  'interview:plan',
  'interview:schedule',
  'mail:read',
];

const hiringManager: readonly Permission[] = [
  ...interviewer,
  'requisition:read',
  'requisition:write',
  'requisition:approve',
  'application:rate',
  'application:move',
  'assessment:send',
  'task:read',
  'interview:plan',
  'interview:schedule',
  'decision:make',
];

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [...new Set<Permission>([...recruiter, ...hiringManager, 'system:read'])],
  recruiter,
  'hiring-manager': hiringManager,
  interviewer,
};

/** The permissions that any of these roles gives; unknown roles give none. */
export function permissionsOf(held: readonly string[]): Permission[] {
  return [...new Set(roles.filter((role) => held.includes(role)).flatMap((role) => permissionsOfRole[role]))];
}

/** True when one of the roles gives the permission. */
export function may(held: readonly string[], permission: Permission): boolean {
  return permissionsOf(held).includes(permission);
}

/** True for roles that see every requisition and application; the others see what they are part of. */
export function seesEverything(held: readonly string[]): boolean {
  return held.includes('admin') || held.includes('recruiter');
}
