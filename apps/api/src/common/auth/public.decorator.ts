import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC_ROUTE = 'concordance:public';

/** Opens a route to everyone: without it, a route needs a session. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_ROUTE, true);
