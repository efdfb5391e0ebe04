import { HttpError, type DataProvider, type RaRecord } from 'react-admin';
import { request, type ProblemDetails } from './http-client.ts';

interface ListAnswer<T> {
  data: T[];
  total: number;
}

interface ListQuery {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: 'ASC' | 'DESC' };
  filter?: Record<string, unknown>;
}

/** Query string of a list: `page`, `perPage`, `sort`, `order` and `filter` as JSON, empty filters left out. */
export const listQuery = ({ pagination, sort, filter }: ListQuery): string => {
  const query = new URLSearchParams();
  if (pagination) {
    query.set('page', String(pagination.page));
    query.set('perPage', String(pagination.perPage));
  }
  if (sort?.field) {
    query.set('sort', sort.field);
    query.set('order', sort.order);
  }
  const kept = Object.entries(filter ?? {}).filter(([, value]) => value !== undefined && value !== '');
  if (kept.length > 0) query.set('filter', JSON.stringify(Object.fromEntries(kept)));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

/** Validation errors of a problem, in the shape react-admin puts under the form's fields. */
const fieldErrors = (problem: ProblemDetails | null): Record<string, string> | undefined =>
  problem?.errors && Object.fromEntries(problem.errors.map(({ champ, message }) => [champ, message]));

const write = async <T>(path: string, method: 'POST' | 'PUT', body: unknown): Promise<T> => {
  try {
    return await request<T>(path, { method, body });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const errors = fieldErrors(error.body as ProblemDetails | null);
    throw errors ? new HttpError(error.message, error.status, { ...(error.body as object), errors }) : error;
  }
};

const notSupported = (verb: string) => () =>
  Promise.reject(new Error(`L’API de Concordance ne permet pas « ${verb} » : rien ne s’y efface en lot.`));

/** react-admin's contract over the HTTP API. What changes a decision or a run goes through `commands.ts` instead. */
export const dataProvider: DataProvider = {
  getList: <T extends RaRecord>(resource: string, params: ListQuery & { signal?: AbortSignal }) =>
    request<ListAnswer<T>>(`/${resource}${listQuery(params)}`, { signal: params.signal }),

  getOne: async <T extends RaRecord>(
    resource: string,
    { id, meta, signal }: { id: unknown; meta?: { filtre?: Record<string, unknown> }; signal?: AbortSignal },
  ) => ({
    // The filter of the list that the record was opened from, where the record names its next one.
    data: await request<T>(
      `/${resource}/${encodeURIComponent(String(id))}${listQuery({ filter: meta?.filtre ?? {} })}`,
      { signal },
    ),
  }),

  getMany: async <T extends RaRecord>(resource: string, { ids }: { ids: unknown[] }) => {
    const { data } = await request<ListAnswer<T>>(
      `/${resource}${listQuery({
        pagination: { page: 1, perPage: Math.max(ids.length, 1) },
        filter: { ids: ids.map(String) },
      })}`,
    );
    return { data };
  },

  getManyReference: <T extends RaRecord>(
    resource: string,
    { target, id, filter, ...rest }: ListQuery & { target: string; id: unknown },
  ) => request<ListAnswer<T>>(`/${resource}${listQuery({ ...rest, filter: { ...filter, [target]: id } })}`),

  create: async <T extends RaRecord>(resource: string, { data }: { data: unknown }) => ({
    data: await write<T>(`/${resource}`, 'POST', data),
  }),

  update: async <T extends RaRecord>(resource: string, { id, data }: { id: unknown; data: unknown }) => ({
    data: await write<T>(`/${resource}/${encodeURIComponent(String(id))}`, 'PUT', data),
  }),

  updateMany: notSupported('modifier en lot'),
  delete: notSupported('supprimer'),
  deleteMany: notSupported('supprimer en lot'),
};
