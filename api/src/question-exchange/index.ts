export { QuestionExchangeModule } from './question-exchange.module.js';
