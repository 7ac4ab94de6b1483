// The public side: job pages, reading a document back to its owner, applying, and the status page behind a link.
import { Body, Controller, Get, Inject, Param, Post, HttpCode, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { keepDocument } from '@bringup/candidates';
import { candidateStatus, withdrawByLink } from '@bringup/panels';
import { type Config, configToken, DomainError, systemActor, UnitOfWork } from '@bringup/platform';
import { assertAcceptsApplications, publicJob, publicJobs, submitApplication } from '@bringup/requisitions';
import { ZodResponse } from 'nestjs-zod';
import { Public } from '../http/access';
import { ApplicationBody, documentKind, JobsView, JobView, ReadDocumentView, ReceiptView, StatusView } from './job.dto';

const maxUploadBytes = 10 * 1024 * 1024;

@ApiTags('jobs')
@Controller()
@Public()
export class JobsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Get('jobs')
  @ZodResponse({ status: 200, type: JobsView })
  async listJobs() {
    return { company: this.config.companyName, items: await publicJobs(this.unitOfWork.reader) };
  }

  @Get('jobs/:slug')
  @ZodResponse({ status: 200, type: JobView })
  async getJob(@Param('slug') slug: string) {
    return { company: this.config.companyName, ...(await publicJob(this.unitOfWork.reader, slug)) };
  }

  @Post('jobs/:slug/documents/:kind')
  @Throttle({ default: { limit: 30, ttl: 60_000 } })
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: maxUploadBytes, files: 1, fields: 4 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ZodResponse({ status: 201, type: ReadDocumentView })
  async uploadDocument(
    @Param('slug') slug: string,
    @Param('kind') kind: string,
    @UploadedFile() file: Express.Multer.File | undefined,
  ) {
    if (!file) throw new DomainError('document-missing', 'Choose a file to upload.');
    await assertAcceptsApplications(this.unitOfWork.reader, slug);
    // Browsers send the name in UTF-8 but multer reads it as Latin-1.
    const fileName = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return keepDocument(this.unitOfWork, {
      jobSlug: slug,
      kind: documentKind.parse(kind),
      fileName,
      bytes: file.buffer,
    });
  }

  @Post('jobs/:slug/applications')
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ZodResponse({ status: 201, type: ReceiptView })
  submitApplication(@Param('slug') slug: string, @Body() body: ApplicationBody) {
    return this.unitOfWork.run(systemActor, (work) => submitApplication(work, slug, body));
  }

  @Get('status/:token')
  @ZodResponse({ status: 200, type: StatusView })
  async getStatus(@Param('token') token: string) {
    return {
      company: this.config.companyName,
      ...(await candidateStatus(this.unitOfWork.reader, token, this.unitOfWork.now())),
    };
  }

  @Post('status/:token/withdrawal')
  @HttpCode(204)
  async withdraw(@Param('token') token: string): Promise<void> {
    await this.unitOfWork.run(systemActor, (work) => withdrawByLink(work, token));
  }
}
