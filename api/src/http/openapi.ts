import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import { failureCodes } from '../kernel/failure.js';
import { type AnswerMetadata, answerKey } from './answers.js';
import { Problem } from './problem.js';

/**
 * The OpenAPI document of a wired program. `@nestjs/swagger` is loaded only here, and its decorators are applied to the routes
 * from what `@Answers` recorded, so that serving pays for none of it.
 */
export async function openApiDocument(app: INestApplication): Promise<object> {
  const { ApiResponse, DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const scanner = new MetadataScanner();
  for (const { instance } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    const prototype = Object.getPrototypeOf(instance);
    for (const method of scanner.getAllMethodNames(prototype)) {
      const answer: AnswerMetadata | undefined = Reflect.getMetadata(answerKey, prototype[method]);
      if (!Reflect.hasMetadata(PATH_METADATA, prototype[method]) || !answer) continue;
      const descriptor = Object.getOwnPropertyDescriptor(prototype, method)!;
      const response =
        answer.schema === null
          ? { status: answer.status }
          : { status: answer.status, standardSchema: answer.schema, type: undefined };
      ApiResponse(response as never)(prototype, method, descriptor);
    }
  }
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Khou')
    .setVersion('1')
    .setDescription('See docs/API-DESIGN.md.')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    FailureCode: { type: 'string', enum: failureCodes() },
    Problem: problemSchema(),
  } as never;
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[])
      if (operation.responses)
        operation.responses['default'] = {
          description: 'A refusal',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
  return document;
}

/** The shape of a refusal, with its code narrowed to the closed list: the web has a sentence for each or does not compile. */
function problemSchema(): object {
  const { $schema: _draft, properties, ...rest } = z.toJSONSchema(Problem, { io: 'output' });
  return { ...rest, properties: { ...properties, code: { $ref: '#/components/schemas/FailureCode' } } };
}
