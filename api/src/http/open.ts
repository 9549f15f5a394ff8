import { SetMetadata } from '@nestjs/common';

export const openKey = 'khou:open';

/** A route that anybody may call. Every other route names its permission with `@Allow`, or the program does not start. */
export const Open = () => SetMetadata(openKey, true);
