import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Route } from '../http/route.js';

/** Leads to the docs until there are pages. */
@ApiExcludeController()
@Controller()
export class RootController {
  @Get()
  @Route({ open: true })
  @Redirect('/api/docs', 302)
  root(): void {}
}
