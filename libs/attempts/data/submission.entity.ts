// The draft of one task that counts, and how far its grading is. A task without a draft has no submission and earns nothing.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'submission' })
export class Submission {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'attempt_task_id', type: 'uuid' })
  attemptTaskId!: string;

  /** Null once the answer was erased. */
  @Column({ name: 'draft_revision', type: 'int', nullable: true })
  draftRevision!: number | null;

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt!: Date;

  @Column({ type: 'text' })
  state!: 'grading' | 'graded' | 'needs-attention';

  /** Why grading needs attention; for staff. */
  @Column({ type: 'text', nullable: true })
  trouble!: string | null;
}
