import os from 'node:os';

/** Of private networks (RFC 1918): what a router at home or in a gym gives. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Networks within this computer: of containers and of virtual machines. */
const WITHIN = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet)/;

/** The addresses by which devices of the local network reach this computer. */
export const lanAddresses = (interfaces = os.networkInterfaces()): string[] =>
  Object.entries(interfaces)
    .filter(([name]) => !WITHIN.test(name))
    .flatMap(([, addresses = []]) => addresses)
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
    .map(({ address }) => address);
