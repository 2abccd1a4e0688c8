import { Controller, Get, Header, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Route } from '../http/route.js';
import { MARK } from '../pages/mark.js';
import { STYLE, STYLE_PATH } from '../pages/style.js';

/** What pages are drawn with that need no script. */
@ApiExcludeController()
@Controller()
export class LooksController {
  @Get('favicon.svg')
  @Route({ open: true })
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=86400')
  mark(): string {
    return MARK;
  }

  /** Where browsers look that were not told of another. */
  @Get('favicon.ico')
  @Route({ open: true })
  @Redirect('/favicon.svg', 302)
  icon(): void {}

  @Get(STYLE_PATH)
  @Route({ open: true })
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  style(): string {
    return STYLE;
  }
}
