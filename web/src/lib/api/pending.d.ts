/** Agreed with the API and used by pages already, but not in its published contract yet; goes as soon as it is. */
export interface PendingPaths {
  '/api/v1/verifications/{token}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { token: string }; cookie?: never };
      requestBody?: never;
      responses: { 200: { content: { 'application/json': Verification } } };
    };
  };
}

interface Verification {
  state: 'valid' | 'revoked' | 'replaced' | 'unknown';
  certificate?: {
    number: string;
    kind: string;
    nameLo: string;
    nameEn: string | null;
    rankLo: string | null;
    unitLo: string | null;
    unitEn: string | null;
    courseLo: string;
    courseEn: string;
    versionLabel: string;
    hours: number;
    startsOn: string;
    endsOn: string;
    yearEstimated: boolean;
    placeLo: string | null;
    placeEn: string | null;
    issuedOn: string;
    issuerLo: string;
    issuerEn: string;
  } | null;
  revokedOn?: string | null;
  reason?: string | null;
}
