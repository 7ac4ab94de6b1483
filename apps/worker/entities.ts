// The tables that the worker reads and writes, named lib by lib.
import { attemptsEntities } from '@bringup/attempts';
import { candidatesEntities } from '@bringup/candidates';
import { identityEntities } from '@bringup/identity';
import { panelsEntities } from '@bringup/panels';
import { requisitionsEntities } from '@bringup/requisitions';
import { rubricEntities } from '@bringup/rubric';

export const entities = [
  ...identityEntities,
  ...candidatesEntities,
  ...requisitionsEntities,
  ...rubricEntities,
  ...attemptsEntities,
  ...panelsEntities,
];
