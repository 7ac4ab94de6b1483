// Bytes as they were received, never changed, with their hash.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'stored_file' })
export class StoredFile {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Lower-case hexadecimal SHA-256 of `content`. */
  @Column({ type: 'text' })
  sha256!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'size_bytes', type: 'int' })
  sizeBytes!: number;

  /** Left out of ordinary reads: ask for it by name. */
  @Column({ type: 'bytea', select: false })
  content!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
