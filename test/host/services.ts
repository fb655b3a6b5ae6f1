/** Objects of requests that are not Excel's own, such as the ribbon: what is asked of them is written down. */

export interface Service {
  readonly name: string;
  call(member: string, parameters: readonly unknown[]): unknown;
}

export interface ServiceCall {
  readonly service: string;
  readonly member: string;
  readonly parameters: readonly unknown[];
}

const services = new WeakSet<object>();

export function isService(value: unknown): value is Service {
  return typeof value === 'object' && value !== null && services.has(value);
}

/** A service whose calls are put into `journal`; parts of it (a tab, a button) are services again. */
export function createService(name: string, journal: ServiceCall[]): Service {
  const service: Service = {
    name,
    call: (member, parameters) => {
      journal.push({ service: name, member, parameters });
      return /^Get(Tab|Button|Group)/.test(member)
        ? createService(`${name}/${member}(${parameters.join()})`, journal)
        : null;
    },
  };
  services.add(service);
  return service;
}
