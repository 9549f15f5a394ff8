import { Body, Controller, Delete, Get, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Answers } from '../http/answers.js';
import { Open } from '../http/open.js';
import { ActivationCode, Invitation, Me, Preferences, Redemption, SignIn } from './access.contract.js';
import { type Actor, Allow, Who } from './actor.js';
import { clearSessionCookie, setSessionCookie } from './session.cookie.js';
import { type Opened, SessionsService } from './sessions.service.js';

@Controller('api/v1')
export class AccessController {
  constructor(private readonly sessions: SessionsService) {}

  @Post('session')
  @Open()
  @Answers(Me, 201)
  async signIn(
    @Body({ schema: SignIn }) input: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withCookie(request, reply, await this.sessions.signIn(input, request.ip));
  }

  @Get('session')
  @Allow('session.use')
  @Answers(Me)
  me(@Who() actor: Actor) {
    return this.sessions.me(actor);
  }

  @Patch('session')
  @Allow('session.use')
  @Answers(null)
  prefer(@Who() actor: Actor, @Body({ schema: Preferences }) input: z.output<typeof Preferences>) {
    return this.sessions.prefer(actor, input.language);
  }

  @Delete('session')
  @Allow('session.use')
  @Answers(null)
  async signOut(@Who() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    clearSessionCookie(request, reply);
    await this.sessions.signOut(actor);
  }

  @Post('activation')
  @Open()
  @Answers(Invitation)
  invitation(@Body({ schema: ActivationCode }) input: z.output<typeof ActivationCode>, @Req() request: FastifyRequest) {
    return this.sessions.invitation(input.code, request.ip);
  }

  @Post('activation/redemption')
  @Open()
  @Answers(Me, 201)
  async redeem(
    @Body({ schema: Redemption }) input: Redemption,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withCookie(request, reply, await this.sessions.redeem(input, request.ip));
  }
}

function withCookie(request: FastifyRequest, reply: FastifyReply, opened: Opened): Me {
  setSessionCookie(request, reply, opened);
  return opened.me;
}
