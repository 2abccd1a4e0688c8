import { Header } from '@nestjs/common';
import { SCIM_TYPE } from '../http/content-types.js';

/** Says that an answer is SCIM's. */
export const ScimAnswer = () => Header('content-type', `${SCIM_TYPE}; charset=utf-8`);
