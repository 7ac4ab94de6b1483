// Signals and similarities of one application, for the people who judge it.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fairPlayOf, similarityOf } from '@bringup/panels';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission, SignedIn } from '../http/access';
import { Id } from '../http/identifier';
import { FairPlayView, SimilarityPairView } from './fair-play.dto';

@ApiTags('attempts')
@Controller('applications/:id')
@RequirePermission('application:read')
export class FairPlayController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('fair-play')
  @ZodResponse({ status: 200, type: FairPlayView })
  getFairPlay(@SignedIn() actor: UserActor, @Id() id: string) {
    return fairPlayOf(this.unitOfWork.reader, actor, id);
  }

  @Get('similarities/:submissionId/:otherId')
  @ZodResponse({ status: 200, type: SimilarityPairView })
  getSimilarity(
    @SignedIn() actor: UserActor,
    @Id() id: string,
    @Id('submissionId') submissionId: string,
    @Id('otherId') otherId: string,
  ) {
    return similarityOf(this.unitOfWork.reader, actor, id, submissionId, otherId);
  }
}
