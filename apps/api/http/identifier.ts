// Reads an identifier from the path, so that a broken link is "not found" and never a fault.
import { Param } from '@nestjs/common';
import { DomainError } from '@bringup/platform';
import { z } from 'zod';

const uuid = z.uuid();

/** The `:id` of the route. @throws DomainError `page-not-found` when it is not an identifier. */
export const Id = (name = 'id') =>
  Param(name, {
    transform(value: string): string {
      if (!uuid.safeParse(value).success) throw new DomainError('page-not-found', 'There is nothing at this address.');
      return value;
    },
  });
