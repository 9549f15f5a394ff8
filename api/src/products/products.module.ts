import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { CurriculaModule } from '../curricula/index.js';
import { ProductsController } from './products.controller.js';
import { ProductsMaker } from './products.maker.js';
import { ProductsService } from './products.service.js';
import { ProductsStore } from './products.store.js';

@Module({
  imports: [CurriculaModule, CoursesModule],
  controllers: [ProductsController],
  providers: [ProductsMaker, ProductsService, ProductsStore],
  exports: [ProductsMaker],
})
export class ProductsModule {}
