// One measured figure that the documents state, in a base unit, with its quote.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'measured_figure' })
export class MeasuredFigure {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  applicationId!: string;

  @PrimaryColumn({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'double precision' })
  value!: number;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ name: 'document_id', type: 'uuid' })
  documentId!: string;

  @Column({ name: 'start_offset', type: 'int' })
  startOffset!: number;

  @Column({ name: 'end_offset', type: 'int' })
  endOffset!: number;

  @Column({ type: 'text' })
  quote!: string;
}
