// The in-product outbox page: every mail that the product wrote, as it was written.
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config, configToken, listMail, mailMessage, UnitOfWork } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission } from '../http/access';
import { Id } from '../http/identifier';
import { MailPage, MailQuery, MailView } from './mail.dto';

@ApiTags('mail')
@Controller('mail')
@RequirePermission('mail:read')
export class MailController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Get()
  @ZodResponse({ status: 200, type: MailPage })
  listMail(@Query() query: MailQuery) {
    return listMail(this.unitOfWork.reader, query);
  }

  @Get(':id')
  @ZodResponse({ status: 200, type: MailView })
  async getMail(@Id() id: string) {
    return { from: this.config.mailFrom, ...(await mailMessage(this.unitOfWork.reader, id)) };
  }
}
