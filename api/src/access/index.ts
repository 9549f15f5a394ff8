export { AccessModule } from './access.module.js';
export { AccountsService, type IssuedCode, type NewAccount } from './accounts.service.js';
export { AccountRow, ActivationCodeRow, RoleGrantRow, SessionRow } from './access.rows.js';
export { type Actor, Allow, Who, scope } from './actor.js';
export { type Permission, type Role, type Scope, permissions, permissionsOf, roles } from './permissions.rules.js';
export { refuseAccess } from './access.failures.js';
export { SessionsService } from './sessions.service.js';
