import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PROVISIONAL_PASSWORD_ALLOWED = 'concordance:provisional-password';

/** Keeps a route open to an account that must still change its provisional password. */
export const AllowProvisionalPassword = (): CustomDecorator =>
  SetMetadata(PROVISIONAL_PASSWORD_ALLOWED, true);
