import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page loaded when it is first opened, from a module that exports it by name. */
export const lazyPage = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));
