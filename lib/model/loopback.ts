/** Whether a host, as the URL standard writes it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** The origin of an address that was typed by hand, where it is on this machine; a name that only leads here is none: whoever owns it may turn it. */
export function typedLoopback(url: string): string[] {
  const { hostname = '', origin = '' } = URL.parse(url) ?? {};
  return isLoopback(hostname) ? [origin] : [];
}
