// Every schema change in order; named here one by one so that nothing is loaded by accident.
import type { MigrationClass } from '@bringup/platform';
import { PlatformCreate1795428000000 } from './20261123100000-platform--create';
import { IdentityCreate1795428060000 } from './20261123100100-identity--create';
import { CandidatesCreate1795428120000 } from './20261123100200-candidates--create';
import { RequisitionsCreate1795428180000 } from './20261123100300-requisitions--create';
import { RubricCreate1795428240000 } from './20261123100400-rubric--create';
import { AttemptsCreate1795428300000 } from './20261123100500-attempts--create';
import { PanelsCreate1795428360000 } from './20261123100600-panels--create';
import { AttemptsTime1795600800000 } from './20261125100000-attempts--time';
import { PlatformWorkerPresence1795600860000 } from './20261125100100-platform--worker-presence';
import { AttemptsDrafts1795604400000 } from './20261125110000-attempts--drafts';
import { AttemptsFairPlay1795608000000 } from './20261125120000-attempts--fair-play';
import { AttemptsJustificationRating1795611600000 } from './20261125130000-attempts--justification-rating';
import { AttemptsBeforeAndAfter1795615200000 } from './20261125140000-attempts--before-and-after';
import { RequisitionsCandidateFeedback1795615260000 } from './20261125140100-requisitions--candidate-feedback';
import { AttemptsRetention1795622400000 } from './20261125160000-attempts--retention';
import { RequisitionsForgottenAt1796019000000 } from './20261130061000-requisitions--forgotten-at';

export const migrations: MigrationClass[] = [
  PlatformCreate1795428000000,
  IdentityCreate1795428060000,
  CandidatesCreate1795428120000,
  RequisitionsCreate1795428180000,
  RubricCreate1795428240000,
  AttemptsCreate1795428300000,
  PanelsCreate1795428360000,
  AttemptsTime1795600800000,
  PlatformWorkerPresence1795600860000,
  AttemptsDrafts1795604400000,
  AttemptsFairPlay1795608000000,
  AttemptsJustificationRating1795611600000,
  AttemptsBeforeAndAfter1795615200000,
  RequisitionsCandidateFeedback1795615260000,
  AttemptsRetention1795622400000,
  RequisitionsForgottenAt1796019000000,
];
