// A candidate of the demo company: who applies, with which documents, and how they heard of the job.

export interface DemoCandidate {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly source: string;
  readonly resume: { readonly fileName: string; readonly text: string };
  readonly letter?: { readonly fileName: string; readonly text: string };
}
