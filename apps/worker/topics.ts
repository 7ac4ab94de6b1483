// Every kind of work of the product; the worker starts only when each has exactly one handler.
import { attemptsTopics } from '@bringup/attempts';
import { panelsTopics } from '@bringup/panels';
import type { Topic } from '@bringup/platform';
import {
  applicationReceipt,
  applicationReceived,
  requisitionDecided,
  requisitionSubmitted,
  retentionEnded,
} from '@bringup/requisitions';

export const topics: readonly Topic<Record<string, string>>[] = [
  ...attemptsTopics,
  ...panelsTopics,
  applicationReceipt,
  applicationReceived,
  requisitionDecided,
  requisitionSubmitted,
  retentionEnded,
];
