import type { FailureCode, FailureParams } from '#lib/api/failure.js';
import type { InProcessApi } from '#lib/api/in-process.server.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import type { Theme } from '#lib/shell/theme.js';

declare global {
  namespace App {
    interface Error {
      code?: FailureCode;
      params?: FailureParams;
      requestId?: string | null;
      /** An error page may have no load of its own, so the error carries the language of the request. */
      language?: LanguageCode;
    }
    interface Locals {
      language: LanguageCode;
      theme: Theme;
      requestId: string;
      /** Set-Cookie headers of API answers, handed on as they came. */
      cookies: string[];
    }
    interface PageData {
      language?: LanguageCode;
      /** The page has a foot of its own, such as a quiz, and takes the navigation of the phone away. */
      bare?: boolean;
    }
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    khou?: InProcessApi;
  }
}
