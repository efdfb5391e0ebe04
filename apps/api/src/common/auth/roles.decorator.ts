import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from './role.ts';

export const REQUIRED_ROLE = 'concordance:role';

/** Reserves a controller or a route to a role and those above it. Without it, any signed-in account may call. */
export const Roles = (role: Role): CustomDecorator => SetMetadata(REQUIRED_ROLE, role);
