export { ProductsModule } from './products.module.js';
export { ProductsMaker } from './products.maker.js';
export { VersionProductRow } from './products.rows.js';
