export { PlacesModule } from './places.module.js';
export { PlacesService } from './places.service.js';
export { ProvinceRow, UnitClassRow, UnitRow } from './places.rows.js';
export { UnitName } from './places.contract.js';
export { type CheckpointClass, type Region, regions } from './places.rules.js';
export { refusePlace } from './places.failures.js';
