import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { SCIM_GROUP, SCIM_USER, ScimQuery } from '#lib/contracts';
import { HttpProblem } from '../http/http-problem.js';
import type { Resource } from './fits.js';
import { baseOf, listResponse, LONGEST_PAGE } from './resources.js';
import { schemas } from './schemas.js';
import { ScimAnswer } from './scim-answer.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

/** What this server can do of SCIM. @source RFC 7644, section 4 */
@ApiExcludeController()
@Controller('scim/v2')
export class DiscoveryController {
  @Get('ServiceProviderConfig')
  @ScimAnswer()
  config(@Req() request: FastifyRequest) {
    return {
      schemas: [`${CORE}:ServiceProviderConfig`],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: LONGEST_PAGE },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'Key',
          description: 'A key of Waymark with the permission "provision", as bearer token.',
          primary: true,
        },
      ],
      meta: {
        resourceType: 'ServiceProviderConfig',
        location: `${baseOf(request)}/ServiceProviderConfig`,
      },
    };
  }

  @Get('ResourceTypes')
  @ScimAnswer()
  types(
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @Req() request: FastifyRequest,
  ) {
    return all(resourceTypes(baseOf(request)), query);
  }

  @Get('ResourceTypes/:id')
  @ScimAnswer()
  type(@Param('id') id: string, @Req() request: FastifyRequest) {
    return theOne(resourceTypes(baseOf(request)), id);
  }

  @Get('Schemas')
  @ScimAnswer()
  schemas(
    @Query({ schema: ScimQuery }) query: z.output<typeof ScimQuery>,
    @Req() request: FastifyRequest,
  ) {
    return all(schemas(baseOf(request)), query);
  }

  @Get('Schemas/:id')
  @ScimAnswer()
  schema(@Param('id') id: string, @Req() request: FastifyRequest) {
    return theOne(schemas(baseOf(request)), id);
  }
}

function resourceTypes(base: string) {
  return (
    [
      ['User', SCIM_USER],
      ['Group', SCIM_GROUP],
    ] as const
  ).map(([id, schema]) => ({
    schemas: [`${CORE}:ResourceType`],
    id,
    name: id,
    endpoint: `/${id}s`,
    schema,
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${id}` },
  }));
}

/** @throws HttpProblem `forbidden` for a filter, as the standard wants it (RFC 7644, section 4) */
function all(resources: readonly Resource[], { filter }: z.output<typeof ScimQuery>) {
  if (filter !== undefined) throw new HttpProblem('forbidden', 'These cannot be filtered.');
  return listResponse({ total: resources.length, start: 1, resources });
}

function theOne(resources: readonly Resource[], id: string): Resource {
  const found = resources.find((one) => one['id'] === id);
  if (!found) throw new HttpProblem('not-found', `There is no "${id.slice(0, 100)}".`);
  return found;
}
