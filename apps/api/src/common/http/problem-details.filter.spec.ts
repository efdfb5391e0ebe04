import type { ArgumentsHost } from '@nestjs/common';
import { describe, expect, it, jest } from '@jest/globals';
import { NotFoundError } from '../domain-errors.ts';
import { ProblemDetailsFilter } from './problem-details.filter.ts';

function answer(exception: unknown, headersSent = false) {
  const response = {
    headersSent,
    destroy: jest.fn(),
    setHeader: jest.fn(),
    status: jest.fn().mockReturnThis(),
    type: jest.fn().mockReturnThis(),
    send: jest.fn(),
  };
  const host = { switchToHttp: () => ({ getResponse: () => response }) } as unknown as ArgumentsHost;
  const error = jest.fn();
  new ProblemDetailsFilter({ error }).catch(exception, host);
  return { response, error };
}

describe('ProblemDetailsFilter', () => {
  it('answers problem+json and logs nothing of an expected refusal', () => {
    const { response, error } = answer(new NotFoundError('INCONNU', 'Inconnu.'));
    expect(response.status).toHaveBeenCalledWith(404);
    expect(response.type).toHaveBeenCalledWith('application/problem+json');
    expect(JSON.parse(String(response.send.mock.calls[0]?.[0]))).toMatchObject({ code: 'INCONNU' });
    expect(error).not.toHaveBeenCalled();
  });

  it('logs an unexpected exception once, with its cause', () => {
    const fault = new Error('bug');
    const { error } = answer(fault);
    expect(error).toHaveBeenCalledTimes(1);
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ error: fault }));
  });

  it('cuts an answer that broke half-way, instead of adding JSON to it', () => {
    const { response, error } = answer(new Error('disk'), true);
    expect(response.destroy).toHaveBeenCalled();
    expect(response.send).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledTimes(1);
  });
});
