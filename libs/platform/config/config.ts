// Everything that may be configured, read once from the environment and checked before anything starts.
import { z } from 'zod';
import { DomainError } from '../domain-error';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must look like postgres://user:password@host:5432/database',
  }),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must look like redis://host:6379' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().default('Bringup <hiring@bringup.example>'),
  COMPANY_NAME: z.string().default('Northlight Devices'),
  DEMO: flag.default(false),
  TASKS_FOLDER: z.string().default('assessments'),
  WEB_FOLDER: z.string().default('dist/web/browser'),
  CACHE_FOLDER: z.string().default('.cache/grading'),
  RETAKE_DAYS: z.coerce.number().int().min(0).max(3650).default(180),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
});

/** The product's configuration; every value has been checked. */
export interface Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Address that links in mails begin with, without a slash at the end. */
  readonly publicUrl: string;
  /** Absent: work is handed out inside the worker's own process. */
  readonly redisUrl: string | undefined;
  /** Absent: mail is captured and shown on the Mail page; nothing leaves the machine. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly companyName: string;
  readonly demo: boolean;
  readonly tasksFolder: string;
  readonly webFolder: string;
  readonly cacheFolder: string;
  /** Days within which a task is not sent to the same candidate again without a reason. */
  readonly retakeDays: number;
  readonly workerConcurrency: number;
}

/**
 * Reads the configuration from environment variables.
 * @throws DomainError `configuration-invalid` naming the first variable that is wrong and what it must look like.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    const name = issue?.path.join('.') ?? 'The environment';
    throw new DomainError('configuration-invalid', `${name} is wrong: ${issue?.message ?? 'unknown fault'}.`);
  }
  const value = result.data;
  return {
    databaseUrl: value.DATABASE_URL,
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ''),
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    companyName: value.COMPANY_NAME,
    demo: value.DEMO,
    tasksFolder: value.TASKS_FOLDER,
    webFolder: value.WEB_FOLDER,
    cacheFolder: value.CACHE_FOLDER,
    retakeDays: value.RETAKE_DAYS,
    workerConcurrency: value.WORKER_CONCURRENCY,
  };
}
