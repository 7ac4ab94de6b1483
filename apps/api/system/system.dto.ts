// What administrators see of the machinery: workers with their sandbox, queues, failures.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../http/fields';

const sandboxProcess = z
  .object({ busy: z.boolean(), jobs: z.int(), residentBytes: z.int() })
  .meta({ id: 'SandboxProcess' });

export class SystemView extends createZodDto(
  z.object({
    workers: z.array(
      z.object({
        id,
        host: z.string(),
        processId: z.int(),
        startedAt: instant,
        seenAt: instant,
        present: z.boolean().describe('False for a worker that fell silent without saying goodbye'),
        queue: z.string(),
        mail: z.enum(['kept', 'sent']),
        node: z.string(),
        sandboxLevel: z.string().describe('The walls in force around programs, strongest first'),
        toolchain: z.string(),
        compilers: z.array(sandboxProcess),
        runners: z.array(sandboxProcess),
        queued: z.int(),
        replaced: z.int(),
        cache: z.object({ entries: z.int(), hits: z.int(), misses: z.int() }),
      }),
    ),
    queues: z.array(
      z.object({
        name: z.string(),
        waiting: z.int(),
        inHand: z.int(),
        later: z.int(),
        failed: z.int(),
        oldestSince: instant.nullable(),
      }),
    ),
    failures: z.array(z.object({ id, topic: z.string(), tries: z.int(), failedAt: instant, error: z.string() })),
  }),
) {}
