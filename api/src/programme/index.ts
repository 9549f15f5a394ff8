export { ProgrammeModule } from './programme.module.js';
export { ProgrammeService } from './programme.service.js';
export type { PartyInput, ProjectInput } from './programme.contract.js';
export { AgencyRow, DonorRow, ProjectRow } from './programme.rows.js';
