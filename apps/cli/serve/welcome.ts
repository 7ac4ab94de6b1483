// What a person reads when the product is ready: where it is and how to sign in.
import { demoSignIns } from '@bringup/identity';
import type { Config } from '@bringup/platform';

export function welcome(config: Config): string {
  const lines = ['', `  Bringup is at  ${config.publicUrl}`, `  Job pages are  ${config.publicUrl}/jobs`];
  if (config.demo) {
    lines.push('', '  Demo sign-ins (password for all: bringup-demo)');
    for (const person of demoSignIns()) lines.push(`    ${person.email.padEnd(30)} ${person.name}, ${person.role}`);
  }
  return [...lines, ''].join('\n');
}
