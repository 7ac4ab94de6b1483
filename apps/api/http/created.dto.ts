// The answer to a write that made something.
import { createZodDto } from 'nestjs-zod';
import { created } from './fields';

export class CreatedView extends createZodDto(created) {}
