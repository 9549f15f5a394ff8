export { TranslationModule } from './translation.module.js';
