// The plan that a requisition starts with, made from its role profile and level.
import type { KitContent } from './kit';
import { edgeAiEngineerKits } from './kits/edge-ai-engineer';
import { embeddedAiEngineerKits } from './kits/embedded-ai-engineer';
import type { DefaultKit } from './kits/default-kit';

const kitsOfProfile: Readonly<Record<string, readonly DefaultKit[]>> = {
  'edge-ai-engineer': edgeAiEngineerKits,
  'embedded-ai-engineer': embeddedAiEngineerKits,
};

/** The kits of a profile; a profile without kits of its own starts with those of the Edge AI Engineer. */
export function defaultKits(profile: string, level: string): KitContent[] {
  return (kitsOfProfile[profile] ?? edgeAiEngineerKits).map(({ senior, ...kit }) => ({
    ...kit,
    questions: level === 'senior' ? [...kit.questions, ...senior] : kit.questions,
  }));
}
