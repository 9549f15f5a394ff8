import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Answers } from '../http/answers.js';
import { Open } from '../http/open.js';
import { PublishedKeys, Verification, VerificationParam } from './certificates.contract.js';
import { SigningKeys } from './signing-keys.js';
import { VerificationService } from './verification.service.js';

@Controller('api/v1')
export class VerificationController {
  constructor(
    private readonly verification: VerificationService,
    private readonly keys: SigningKeys,
  ) {}

  @Get('verifications/:token')
  @Open()
  @Answers(Verification)
  check(
    @Param({ schema: VerificationParam }) { token }: z.output<typeof VerificationParam>,
    @Req() request: FastifyRequest,
  ) {
    return this.verification.check(token, request.ip);
  }

  @Get('certificate-keys')
  @Open()
  @Answers(PublishedKeys)
  published() {
    return this.keys.published();
  }
}
