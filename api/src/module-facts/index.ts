export { ModuleFactsModule } from './module-facts.module.js';
