import { z } from 'zod';

export const MAX_PER_PAGE = 1000;
const DEFAULT_PER_PAGE = 25;
const MAX_FILTER_LENGTH = 100_000;

/** A page of a list, as react-admin asks for it, checked. `filter.ids` is its getMany. */
export interface ListQuery<Sort extends string, Filter> {
  readonly page: number;
  readonly perPage: number;
  readonly offset: number;
  readonly sort: Sort;
  readonly order: 'ASC' | 'DESC';
  readonly filter: Filter & { readonly ids?: readonly string[] | undefined };
}

/** What every list route answers. */
export interface ListResult<T> {
  readonly data: readonly T[];
  readonly total: number;
}

export interface ListQueryOptions<Sort extends string, Shape extends z.ZodRawShape> {
  /** The fields a client may sort by: each resource maps them to its own columns. */
  readonly sort: readonly [Sort, ...Sort[]];
  readonly defaultSort: NoInfer<Sort>;
  readonly defaultOrder?: 'ASC' | 'DESC';
  /** The shape of the resource's ids (`z.uuid()`…): a wrong one is a 400, not a database error. */
  readonly id: z.ZodType<string>;
  /** The filters of the resource, without `ids`. An unknown filter is refused, never ignored. */
  readonly filter: Shape;
}

const integerParameter = (max: number, byDefault: number) =>
  z.coerce.number().int().min(1).max(max).default(byDefault);

/**
 * Schema of `?page&perPage&sort&order&filter=<JSON>` for one resource:
 * `@Query({ schema: formationsQuery }) query: z.infer<typeof formationsQuery>`.
 */
export function listQuerySchema<Sort extends string, Shape extends z.ZodRawShape>(
  options: ListQueryOptions<Sort, Shape>,
) {
  const filter = z.strictObject({
    ...options.filter,
    ids: z.array(options.id).max(MAX_PER_PAGE).optional(),
  });
  return z
    .object({
      page: integerParameter(1_000_000, 1),
      perPage: integerParameter(MAX_PER_PAGE, DEFAULT_PER_PAGE),
      sort: z.enum(options.sort).default(options.defaultSort as never),
      order: z.enum(['ASC', 'DESC']).default(options.defaultOrder ?? 'ASC'),
      filter: filterParameter(filter),
    })
    .transform((query) => {
      const checked = { ...query, offset: (query.page - 1) * query.perPage };
      return checked as unknown as ListQuery<Sort, z.infer<z.ZodObject<Shape>>>;
    });
}

/** Schema of a `filter` parameter alone: JSON, checked; absent, it filters nothing. */
export function filterParameter<Filter extends z.ZodType>(filter: Filter) {
  return z.string().max(MAX_FILTER_LENGTH).default('{}').transform(parseJson).pipe(filter);
}

/** Schema of a list's answer, for the OpenAPI document. */
export function listResultSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), total: z.number().int() });
}

function parseJson(text: string, context: z.core.$RefinementCtx<string>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: 'custom', message: "n'est pas du JSON valide", input: text });
    return z.NEVER;
  }
}
